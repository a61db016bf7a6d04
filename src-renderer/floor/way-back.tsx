import { Undo2 } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useMoment, useScreen, useScreenState } from '../screen/screen-context.ts';
import type { Deed } from '../store/bumped.ts';
import { gapMs } from '../store/slots.ts';
import { ticketName } from '../store/ticket-label.ts';
import { Button } from '../ui/button.tsx';

/** What can be done here, and taken back; anything else is picked up. */
function words({ kind }: Deed) {
  if (kind === 'fire') return { said: 'slot.fired', undo: 'slot.undoFire' } as const;
  if (kind === 'ship') return { said: 'floor.shipped', undo: 'floor.undoShipped' } as const;
  if (kind === 'deliver') return { said: 'floor.delivered', undo: 'floor.undoDelivered' } as const;
  return { said: 'floor.pickedUp', undo: 'floor.undoPickUp' } as const;
}

/** What was picked up, sent out or fired here a moment ago, and the tap that takes it back ([UND1]). */
export function WayBackBar() {
  const t = useText();
  const { client, guard } = useScreen();
  const last = useScreenState(({ bumped }) => bumped.at(-1));
  const isFresh = useMoment(({ steadyMs }) => last !== undefined && steadyMs - last.atMs < gapMs);
  if (!last || !isFresh) return null;
  const ticket = ticketName(last.before);
  const { said, undo } = words(last.deed);
  return (
    <div
      role="status"
      data-way-back={last.deed.kind}
      className="flex items-center gap-3 border-t-2 border-accent bg-surface px-3 py-2"
    >
      <p className="words min-w-0 flex-1 text-chrome font-semibold">{t(said, { ticket })}</p>
      <Button
        look="framed"
        aria-label={t(undo, { ticket })}
        onClick={() => guard.isFirst(last.key) && client.undo(last)}
      >
        <Undo2 aria-hidden className="size-6" />
        {t('slot.undo')}
      </Button>
    </div>
  );
}
