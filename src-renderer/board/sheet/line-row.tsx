import { ChevronDown, ChevronUp } from 'lucide-react';
import type { TicketLine } from '#shared/domain/station-ticket.ts';
import { useText } from '../../messages/text-context.tsx';
import { Allergens } from '../../screen/line-boxes.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import type { Ticket } from '../../store/ticket.ts';
import { LineActions } from './line-actions.tsx';

type LineRowProps = {
  readonly ticket: Ticket;
  readonly one: TicketLine;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

/** One dish; a tap opens what can be done with it. */
export function LineRow({ ticket, one, isOpen, onToggle }: LineRowProps) {
  const t = useText();
  const { line, state } = one;
  const { guard } = useScreen();
  const isBegun = state === 'todo' && one.parts.some(({ status }) => status === 'preparing');
  const words = isBegun ? t('part.preparing') : t(`sheet.state.${state === 'gone' ? 'done' : state}`);
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  return (
    <li data-sheet-line={line.id}>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => guard.allows(`sheet/${line.id}`, true) && onToggle()}
        className="flex min-h-hit w-full items-center gap-3 px-4 py-2 text-start text-[1.5rem] active:bg-raised"
      >
        <span className="tabular min-w-[2ch] font-bold">{line.quantity}</span>
        <span className="grid min-w-0 flex-1 gap-1">
          <span className={`words font-semibold ${state === 'void' ? 'line-through decoration-2' : ''}`}>
            {line.name}
          </span>
          {line.allergens.length > 0 && <Allergens names={line.allergens} />}
        </span>
        <span className="inline-block text-[1.25rem] text-muted first-letter:uppercase">{words}</span>
        <Chevron aria-hidden className="size-7 shrink-0 text-muted" strokeWidth={2.5} />
      </button>
      {isOpen && <LineActions ticket={ticket} one={one} />}
    </li>
  );
}
