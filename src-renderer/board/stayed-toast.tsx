import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { useScreen } from '../screen/screen-context.ts';
import { useIsPass, useStationName } from '../screen/use-site.ts';
import { type Bumped, bumpedLines, type WayBack } from '../store/bumped.ts';
import { ticketName } from '../store/ticket-label.ts';
import { ChangeToast } from './change-toast.tsx';
import { deedLook } from './deed-look.ts';

type StayedToastProps = { readonly stayed: Bumped; readonly showKeys: boolean };

/** Says what has become of it, and has it back ([UND1]). */
export function StayedToast({ stayed, showKeys }: StayedToastProps) {
  const t = useText();
  const { client, guard } = useScreen();
  const nameOf = useStationName();
  const { Icon, left, undo, pointsOn } = deedLook(stayed, useIsPass(stayed));
  // It lies over tickets, and uncovers them when it goes ([TAP1]).
  useEffect(() => {
    guard.moved();
    return () => guard.moved();
  }, [guard]);
  const { deed } = stayed;
  const words = { ticket: nameOfMoved(stayed), station: deed.kind === 'give' ? nameOf(deed.to) : '' };
  return (
    <ChangeToast
      mark={{ 'data-stayed': deed.kind }}
      Icon={Icon}
      pointsOn={pointsOn}
      words={t(left, words)}
      wayBack={t('slot.undo')}
      wayBackNamed={t(undo, words)}
      onWayBack={() => guard.allows(stayed.key, true) && client.undo(stayed)}
      showKeys={showKeys}
    />
  );
}

/** The dish, where it was one. */
function nameOfMoved(deed: WayBack): string {
  const ids = bumpedLines(deed);
  const [one, ...more] = deed.before.lines.filter(({ id }) => ids?.includes(id));
  return one && more.length === 0 ? one.name : ticketName(deed.before);
}
