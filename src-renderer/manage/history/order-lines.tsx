import { type Line, lineStatus, lineTotal } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Progress } from '#shared/domain/progress.ts';
import { useMoney } from '../../floor/use-money.ts';
import { useText } from '../../messages/text-context.tsx';
import { useStationName, useTimeOfDay } from '../../screen/use-site.ts';

/** The dishes, and when each station began and finished its share. */
export function OrderLines({ order }: { readonly order: Order }) {
  const t = useText();
  if (order.lines.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-[1.5rem] leading-tight font-bold">{t('sheet.dishes')}</h2>
      <ul data-lines className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">
        {order.lines.map((line) => (
          <OneLine key={line.id} line={line} currency={order.currency} />
        ))}
      </ul>
    </section>
  );
}

function OneLine({ line, currency }: { readonly line: Line; readonly currency: string }) {
  const t = useText();
  const money = useMoney(currency);
  const { quantity, name, modifiers, notes, allergens, voidedAtMs, voidReason } = line;
  // What was called off before anybody began it waits for nothing.
  const shares = line.progress.filter(({ startedAtMs }) => voidedAtMs === null || startedAtMs !== null);
  const more = [...modifiers.map((one) => one.name), ...(notes === null ? [] : [notes])].join(', ');
  return (
    <li className="grid gap-1 p-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-[1.25rem] leading-tight">
        <span className={`words min-w-0 font-bold ${voidedAtMs === null ? '' : 'line-through'}`}>
          {quantity} {name}
        </span>
        <span className="font-semibold">
          {t(`floor.state.${lineStatus(line)}`)} · <span className="tabular">{money(lineTotal(line))}</span>
        </span>
      </p>
      {more !== '' && <p className="words text-chrome leading-snug">{more}</p>}
      {allergens.length > 0 && (
        <p className="words text-chrome leading-snug font-semibold">
          {t('line.allergens')} {allergens.join(', ')}
        </p>
      )}
      {voidReason !== null && <Reason reason={voidReason} />}
      <ul className="grid gap-0.5 text-chrome leading-snug text-muted">
        {shares.map((part) => (
          <Share key={part.station} part={part} />
        ))}
      </ul>
    </li>
  );
}

export function Reason({ reason }: { readonly reason: string }) {
  const t = useText();
  return <p className="words text-chrome leading-snug">{t('orderHistory.reason', { reason })}</p>;
}

function Share({ part }: { readonly part: Progress }) {
  const t = useText();
  const time = useTimeOfDay();
  const nameOf = useStationName();
  const { station, startedAtMs, readyAtMs, completedAtMs, doneBy, doneByAge } = part;
  const times = [
    ...(startedAtMs === null ? [] : [t('orderHistory.began', { time: time(startedAtMs) })]),
    ...(readyAtMs === null ? [] : [t('orderHistory.readyAt', { time: time(readyAtMs) })]),
    ...(completedAtMs === null ? [] : [t('orderHistory.handedOverAt', { time: time(completedAtMs) })]),
    ...(doneByAge ? [t('recall.byAge')] : doneBy === null ? [] : [t('orderHistory.by', { name: doneBy })]),
  ];
  return (
    <li className="words">
      <strong className="font-semibold text-text">{nameOf(station)}</strong>:{' '}
      {times.length > 0 ? times.join(', ') : t('floor.state.pending')}
    </li>
  );
}
