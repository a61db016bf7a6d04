import { makersOf } from '#shared/domain/part-state.ts';
import type { TicketLine } from '#shared/domain/station-ticket.ts';
import { useText } from '../messages/text-context.tsx';
import { useMoment } from '../screen/screen-context.ts';
import { useStationName } from '../screen/use-site.ts';
import { formatDuration } from '../ui/duration.ts';

type LineWaitProps = { readonly one: TicketLine; readonly saysHeld: boolean };

const look = 'text-aside font-semibold';

/** Why nobody here begins it yet ([CRD1]). */
export function LineWait({ one, saysHeld }: LineWaitProps) {
  const t = useText();
  if (one.state === 'waiting') return <WaitsFor one={one} />;
  if (one.state === 'later') return <StartsIn atMs={one.line.startsAtMs ?? 0} />;
  return one.state === 'held' && saysHeld && <span className={look}>{t('line.held')}</span>;
}

function WaitsFor({ one: { line, parts } }: { readonly one: TicketLine }) {
  const t = useText();
  const nameOf = useStationName();
  const makers = [...new Set(parts.flatMap((part) => makersOf(line, part)))];
  return (
    makers.length > 0 && <span className={look}>{t('line.waitsFor', { station: makers.map(nameOf).join(', ') })}</span>
  );
}

function StartsIn({ atMs }: { readonly atMs: number }) {
  const t = useText();
  const time = useMoment(({ serverMs }) => formatDuration(atMs - serverMs));
  return <span className={`tabular ${look}`}>{t('line.startsIn', { time })}</span>;
}
