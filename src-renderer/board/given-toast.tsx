import { ArrowRight } from 'lucide-react';
import { useEffect } from 'react';
import type { StationId } from '#shared/domain/id.ts';
import { useText } from '../messages/text-context.tsx';
import { bumpedLines, type WayBack } from '../store/bumped.ts';
import { gapMs } from '../store/slots.ts';
import { ticketName } from '../store/ticket-label.ts';
import { ChangeToast } from './change-toast.tsx';
import { useBoard, useMoment, useScreen } from './screen-context.ts';
import { useStationName } from './use-site.ts';

type Given = { readonly deed: WayBack; readonly to: StationId };

/**
 * What was given to another station a moment ago from a ticket that still stands here; one that has left says so in its
 * gap ([RTE4]).
 */
export function useGiven(): Given | null {
  const { tickets } = useScreen();
  const last = useBoard(({ bumped }) => bumped.at(-1));
  const stands = useBoard((state) => tickets(state).some(({ id }) => id === last?.before.id));
  const isFresh = useMoment(({ steadyMs }) => last !== undefined && steadyMs - last.atMs < gapMs);
  return last?.deed.kind === 'give' && stands && isFresh ? { deed: last, to: last.deed.to } : null;
}

/** Says where it went, and has it back ([UND1]). */
export function GivenToast({ deed, to, showKeys }: Given & { readonly showKeys: boolean }) {
  const t = useText();
  const { client, guard } = useScreen();
  const nameOf = useStationName();
  // It lies over tickets, and uncovers them when it goes ([TAP1]).
  useEffect(() => {
    guard.moved();
    return () => guard.moved();
  }, [guard]);
  const words = { ticket: nameOfGiven(deed), station: nameOf(to) };
  return (
    <ChangeToast
      mark={{ 'data-given': true }}
      Icon={ArrowRight}
      pointsOn
      words={t('slot.given', words)}
      wayBack={t('slot.undo')}
      wayBackNamed={t('slot.undoGive', words)}
      onWayBack={() => guard.allows(deed.key, true) && client.undo(deed)}
      showKeys={showKeys}
    />
  );
}

/** The dish, where it was one. */
function nameOfGiven(deed: WayBack): string {
  const ids = bumpedLines(deed);
  const [one, ...more] = deed.before.lines.filter(({ id }) => ids?.includes(id));
  return one && more.length === 0 ? one.name : ticketName(deed.before);
}
