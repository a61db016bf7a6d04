import { Armchair, BellRing, ChefHat, Coins, type LucideIcon, PenLine, ReceiptText, TriangleAlert } from 'lucide-react';
import { isSameTable } from '#shared/domain/table.ts';
import { useText } from '../../messages/text-context.tsx';
import { useMoment } from '../../screen/screen-context.ts';
import { tableLabel } from '../../store/ticket-label.ts';
import { formatDuration } from '../../ui/duration.ts';
import { dishesIn } from '../cart/cart.ts';
import { useCarts } from '../floor-context.ts';
import { waitsTooLongMs } from '../orders/waits.ts';
import { useDraftsAt } from './drafts-at.ts';
import type { TableState } from './table-state.ts';

/** The one thing about a table that a waiter acts on first. */
type Phase = 'free' | 'cooking' | 'ready' | 'late' | 'to-pay' | 'served';

const looks: Readonly<Record<Phase, string>> = {
  free: 'border-dashed border-edge bg-ground text-muted',
  cooking: 'border-edge bg-surface',
  ready: 'border-band-warn bg-band-warn text-on-band-warn',
  late: 'border-band-late bg-band-late text-on-band-late',
  'to-pay': 'border-accent bg-surface',
  served: 'border-edge bg-surface',
};

type TableTileProps = { readonly table: TableState; readonly onTap: () => void };

/** One table: free or seated since when, and what its guests wait for; in words, as colour alone says nothing. */
export function TableTile({ table, onTap }: TableTileProps) {
  const isLate = useMoment(
    ({ serverMs }) => table.readySinceMs !== null && serverMs - table.readySinceMs >= waitsTooLongMs,
  );
  const phase = phaseOf(table, isLate);
  return (
    <li className="grid">
      <button
        type="button"
        data-table={table.name}
        data-phase={phase}
        onClick={onTap}
        className={`grid min-h-[7rem] content-between gap-1 rounded-xl border-2 p-3 text-start active:brightness-95 ${looks[phase]}`}
      >
        <span className="flex w-full flex-wrap items-baseline justify-between gap-x-2">
          <span className="words min-w-0 text-[1.5rem] leading-tight font-bold">{tableLabel(table.name)}</span>
          {table.sinceMs !== null && <Since atMs={table.sinceMs} />}
          {phase === 'free' && table.seats !== null && <Seats number={table.seats} />}
        </span>
        <span className="grid w-full gap-0.5 text-chrome leading-snug font-semibold">
          <Facts table={table} phase={phase} />
          <RungIn name={table.name} />
        </span>
      </button>
    </li>
  );
}

function phaseOf({ orders, cooking, ready, owes }: TableState, isLate: boolean): Phase {
  if (orders.length === 0) return 'free';
  if (ready > 0) return isLate ? 'late' : 'ready';
  if (cooking > 0) return 'cooking';
  return owes ? 'to-pay' : 'served';
}

function Since({ atMs }: { readonly atMs: number }) {
  const age = useMoment(({ serverMs }) => formatDuration(Math.max(0, serverMs - atMs)));
  return (
    <span dir="ltr" className="tabular text-[1.125rem] font-semibold">
      {age}
    </span>
  );
}

function Seats({ number }: { readonly number: number }) {
  const t = useText();
  return (
    <span className="flex items-center gap-1 text-[1.125rem]">
      <Armchair aria-hidden className="size-[1.1em]" />
      <span className="sr-only">{t('tables.seats', { number })}</span>
      <span aria-hidden className="tabular">
        {number}
      </span>
    </span>
  );
}

function Facts({ table, phase }: { readonly table: TableState; readonly phase: Phase }) {
  const t = useText();
  const { covers, cooking, ready, orders } = table;
  if (phase === 'free') return <span>{t('tables.free')}</span>;
  return (
    <>
      {ready > 0 && (
        <Fact icon={phase === 'late' ? TriangleAlert : BellRing}>
          {t(phase === 'late' ? 'tables.late' : 'tables.ready', { number: ready })}
        </Fact>
      )}
      {cooking > 0 && <Fact icon={ChefHat}>{t('tables.cooking', { number: cooking })}</Fact>}
      {phase === 'to-pay' && <Fact icon={Coins}>{t('tables.toPay')}</Fact>}
      {phase === 'served' && <Fact icon={Coins}>{t('tables.paid')}</Fact>}
      {orders.length > 1 && <Fact icon={ReceiptText}>{t('tables.several', { number: orders.length })}</Fact>}
      {covers !== null && <span>{t('tables.guests', { number: covers })}</span>}
    </>
  );
}

/** What is not in the kitchen yet: of this device, or by whom else. */
function RungIn({ name }: { readonly name: string }) {
  const t = useText();
  const drafts = useDraftsAt(name);
  const own = useCarts().filter(
    ({ orderId, type, place, lines }) =>
      orderId === null && type === 'dine_in' && lines.length > 0 && isSameTable(place, name),
  );
  return (
    <>
      {own.map((cart) => (
        <Fact key={cart.id} icon={PenLine}>
          {t('tables.notSent', { number: dishesIn(cart) })}
        </Fact>
      ))}
      {drafts.map(({ id, by }) => (
        <Fact key={id} icon={PenLine}>
          {t('floor.alsoOrdering', { name: by })}
        </Fact>
      ))}
    </>
  );
}

function Fact({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: string }) {
  return (
    <span className="flex items-start gap-1.5">
      <Icon aria-hidden className="mt-0.5 size-[1.1em] shrink-0" strokeWidth={2.5} />
      <span className="words min-w-0">{children}</span>
    </span>
  );
}
