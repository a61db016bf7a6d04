import { BellRing, Check, CirclePause, Clock, Flame, type LucideIcon, X } from 'lucide-react';
import { type Line, lineStatus, lineTotal } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { useText } from '../../messages/text-context.tsx';
import { Allergens, Note } from '../../screen/line-boxes.tsx';
import { useMoney } from '../use-money.ts';

type FloorLineProps = { readonly order: Order; readonly line: Line; readonly onOpen: () => void };

/** A dish of an order: what was said about it, and how far the kitchen is. */
export function FloorLine({ order, line, onOpen }: FloorLineProps) {
  const t = useText();
  const money = useMoney(order.currency);
  const { id, quantity, name, modifiers, notes, seat, course, allergens, voidedAtMs, voidReason } = line;
  const isVoid = voidedAtMs !== null;
  const places = [seat && t('line.seat', { seat }), course && t('line.course', { course })].filter(Boolean);
  return (
    <li data-line={id} className="border-b border-edge last:border-b-0">
      <button
        type="button"
        onClick={onOpen}
        disabled={isVoid}
        className="grid w-full gap-1 px-4 py-3 text-start active:bg-raised"
      >
        <span className={`flex items-baseline gap-3 text-[1.375rem] font-semibold ${isVoid ? 'line-through' : ''}`}>
          <span className="tabular min-w-6">{quantity}</span>
          <span className="words flex-1">{name}</span>
          <span className="tabular text-chrome text-muted">{money(lineTotal(line))}</span>
        </span>
        {modifiers.length > 0 && (
          <span className="words ps-9 text-chrome text-muted">{modifiers.map((one) => one.name).join(', ')}</span>
        )}
        {notes && <Note text={notes} />}
        {allergens.length > 0 && <Allergens names={allergens} />}
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1 ps-9 text-chrome">
          <State line={line} />
          {places.length > 0 && <span className="text-muted">{places.join(' · ')}</span>}
          {isVoid && voidReason && <span className="words">{voidReason}</span>}
        </span>
      </button>
    </li>
  );
}

type Face = 'held' | 'pending' | 'preparing' | 'ready' | 'completed' | 'voided';

const icons: Readonly<Record<Face, LucideIcon>> = {
  held: CirclePause,
  pending: Clock,
  preparing: Flame,
  ready: BellRing,
  completed: Check,
  voided: X,
};

function State({ line }: { readonly line: Line }) {
  const t = useText();
  const face: Face = faceOf(line);
  const Icon = icons[face];
  const colour = face === 'ready' ? 'font-bold text-text' : face === 'completed' ? 'text-done' : 'text-muted';
  return (
    <span data-state={face} className={`flex items-center gap-1.5 font-semibold ${colour}`}>
      <Icon aria-hidden className="size-[1.2em]" strokeWidth={2.5} />
      {t(`floor.state.${face}`)}
    </span>
  );
}

function faceOf(line: Line): Face {
  const status = lineStatus(line);
  return status === 'pending' && line.heldAtMs !== null ? 'held' : status;
}
