import type { LucideIcon } from 'lucide-react';
import { useScreen } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';

type ActProps = {
  readonly icon: LucideIcon;
  readonly text: string;
  /** Asks before it does it ([PAS3]). */
  readonly isSure?: boolean;
  readonly onTap: () => void;
};

/** Something that can be done with a ticket or a dish, in its sheet. */
export function Act({ icon: Icon, text, isSure = false, onTap }: ActProps) {
  const { guard } = useScreen();
  return (
    <Button look={isSure ? 'sure' : 'plain'} wraps onClick={() => guard.allows(`sheet/${text}`, true) && onTap()}>
      <Icon aria-hidden className="size-[1.4em] shrink-0" strokeWidth={2.5} />
      {text}
    </Button>
  );
}
