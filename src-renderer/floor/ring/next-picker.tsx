import { useText } from '../../messages/text-context.tsx';
import { Numbers, upTo } from './numbers.tsx';
import type { Next } from './use-ring.ts';

type NextPickerProps = { readonly next: Next; readonly onChoose: (next: Next) => void };

/** Seat and course: of what is tapped next, or of one dish. */
export function NextPicker({ next, onChoose }: NextPickerProps) {
  const t = useText();
  return (
    <div className="flex gap-2">
      <Numbers
        label={t('floor.seat')}
        numbers={seats}
        chosen={next.seat}
        onChoose={(seat) => onChoose({ ...next, seat })}
      />
      <Numbers
        label={t('floor.course')}
        numbers={courses}
        chosen={next.course}
        onChoose={(course) => onChoose({ ...next, course })}
      />
    </div>
  );
}

const seats = upTo(20);
const courses = upTo(6);
