import type { LucideIcon } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useScreen } from '../screen-context.ts';

type ActProps = { readonly icon: LucideIcon; readonly text: string; readonly onTap: () => void };

/** Something that can be done with a ticket or a dish, in its sheet. */
export function Act({ icon: Icon, text, onTap }: ActProps) {
  const { guard } = useScreen();
  return (
    <Button wraps onClick={() => guard.allows(`sheet/${text}`, true) && onTap()}>
      <Icon aria-hidden className="size-[1.4em] shrink-0" strokeWidth={2.5} />
      {text}
    </Button>
  );
}
