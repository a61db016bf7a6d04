import { ArrowRight } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { bumpedLines, type WayBack } from '../store/bumped.ts';
import { ticketName } from '../store/ticket-label.ts';
import { ChangeToast } from './change-toast.tsx';
import type { Given } from './given.ts';
import { useScreen } from './screen-context.ts';
import { useStationName } from './use-site.ts';

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
