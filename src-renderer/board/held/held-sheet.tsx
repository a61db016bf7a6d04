import { CirclePause } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { viewpointOf } from '#shared/domain/station-ticket.ts';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { useHands } from '../keys/hands.ts';
import { doesPassDecide } from '../sheet/possible.ts';
import { HeldRow } from './held-row.tsx';
import { useShownHeld } from './use-shown-held.ts';

type HeldSheetProps = { readonly onClose: () => void };

/** What waits here until somebody fires it, also what stands on no ticket of this board ([FIR2]). */
export function HeldSheet({ onClose }: HeldSheetProps) {
  const t = useText();
  return (
    <GuardedDialog title={t('held.title')} onClose={onClose}>
      <div data-opened-by="held-list" className="grid gap-4">
        <HeldList />
      </div>
    </GuardedDialog>
  );
}

function HeldList() {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  const { heldOf } = useHands();
  const rows = useShownHeld();
  const stations = useScreenState((state) => kitchenOf(state).stations);
  const chosen = useScreenState((state) => state.station);
  const viewpoint = viewpointOf(stations, chosen);
  // Whoever asked for one ticket is there at once; the sheet has given the focus to its cross by then.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-held-of="${CSS.escape(heldOf ?? '')}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector('button')?.focus();
  }, [heldOf]);
  if (rows.length === 0) return <Nothing />;
  return (
    <>
      {doesPassDecide(viewpoint) && <p className="text-[1.25rem] text-muted">{t('held.passDecides')}</p>}
      <ul ref={list} className="grid gap-3">
        {rows.map(({ key, held, isFired }) => (
          <HeldRow key={key} held={held} isFired={isFired} viewpoint={viewpoint} />
        ))}
      </ul>
    </>
  );
}

function Nothing() {
  const t = useText();
  return (
    <div role="status" className="grid justify-items-center gap-3 px-4 py-12 text-center text-muted">
      <CirclePause aria-hidden className="size-16" strokeWidth={1.5} />
      <p className="text-[1.5rem] font-semibold">{t('held.nothing')}</p>
      <p className="text-[1.25rem]">{t('held.nothingDetail')}</p>
    </div>
  );
}
