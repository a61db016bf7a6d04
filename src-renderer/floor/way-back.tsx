import { Undo2 } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useMoment, useScreen, useScreenState } from '../screen/screen-context.ts';
import { gapMs } from '../store/slots.ts';
import { ticketName } from '../store/ticket-label.ts';
import { Button } from '../ui/button.tsx';

/** What was picked up or fired here a moment ago, and the tap that takes it back ([UND1]). */
export function WayBackBar() {
  const t = useText();
  const { client, guard } = useScreen();
  const last = useScreenState(({ bumped }) => bumped.at(-1));
  const isFresh = useMoment(({ steadyMs }) => last !== undefined && steadyMs - last.atMs < gapMs);
  if (!last || !isFresh) return null;
  const ticket = ticketName(last.before);
  const isFire = last.deed.kind === 'fire';
  return (
    <div
      role="status"
      data-way-back={last.deed.kind}
      className="flex items-center gap-3 border-t-2 border-accent bg-surface px-3 py-2"
    >
      <p className="words min-w-0 flex-1 text-chrome font-semibold">
        {t(isFire ? 'slot.fired' : 'floor.pickedUp', { ticket })}
      </p>
      <Button
        look="framed"
        aria-label={t(isFire ? 'slot.undoFire' : 'floor.undoPickUp', { ticket })}
        onClick={() => guard.isFirst(last.key) && client.undo(last)}
      >
        <Undo2 aria-hidden className="size-6" />
        {t('slot.undo')}
      </Button>
    </div>
  );
}
