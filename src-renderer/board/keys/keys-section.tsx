import { CircleQuestionMark, Keyboard, SquarePen } from 'lucide-react';
import { use } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SheetSection } from '../../ui/sheet-section.tsx';
import { HandsContext } from './hands.ts';

/** The way to the keys for who has none yet; there are no keys where there is no board. */
export function KeysSection() {
  const t = useText();
  const hands = use(HandsContext);
  if (!hands) return null;
  return (
    <SheetSection icon={Keyboard} title={t('keys.title')}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Button look="framed" wraps onClick={() => hands.toggle('help')}>
          <CircleQuestionMark aria-hidden className="size-[1.4em]" />
          {t('keys.show')}
        </Button>
        <Button look="framed" wraps onClick={() => hands.toggle('learn')}>
          <SquarePen aria-hidden className="size-[1.4em]" />
          {t('keys.setUp')}
        </Button>
      </div>
    </SheetSection>
  );
}
