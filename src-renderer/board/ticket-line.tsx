import { Circle, CircleCheckBig, MessageSquareText, TriangleAlert } from 'lucide-react';
import { type Line, lineStatus } from '#shared/domain/line.ts';
import { useText } from '../messages/text-context.tsx';
import type { Delivery } from '../store/delivery.ts';
import { deliveryIcons } from './delivery-mark.tsx';

type TicketLineProps = {
  readonly line: Line;
  /** How far this screen's own command on it has come, until it is answered. */
  readonly underWay: Delivery | undefined;
  readonly onReady: (line: Line) => void;
};

/** One dish: a tap says that it is ready ([LIN3]). */
export function TicketLine({ line, underWay, onReady }: TicketLineProps) {
  const status = lineStatus(line);
  const toCook = status === 'pending' || status === 'preparing';
  return (
    <button
      type="button"
      data-block
      data-line={line.id}
      data-status={status}
      aria-pressed={!toCook}
      aria-disabled={!toCook}
      onClick={() => toCook && onReady(line)}
      className="grid min-h-14 w-full break-inside-avoid grid-cols-[auto_1fr_auto] items-start gap-x-3 border-b border-edge px-3 py-2 text-start last:border-b-0 enabled:active:bg-raised"
    >
      <Quantity line={line} dim={!toCook} />
      <span
        className={`words min-w-0 text-item leading-[1.15] font-semibold ${toCook ? '' : 'opacity-55'} ${status === 'voided' ? 'line-through decoration-4' : ''}`}
      >
        {line.name}
      </span>
      <Mark status={status} underWay={underWay} />
      <span className={`col-span-2 col-start-2 grid min-w-0 gap-0.5 ${toCook ? '' : 'opacity-55'}`}>
        <Details line={line} struck={status === 'voided'} />
      </span>
    </button>
  );
}

/** More than one is what gets overlooked, so it stands out. */
function Quantity({ line, dim }: { line: Line; dim: boolean }) {
  const look = line.quantity > 1 ? 'bg-text text-surface' : 'text-text';
  return (
    <span
      className={`tabular min-w-[2.25rem] rounded-md px-1.5 text-center text-item leading-[1.15] font-bold ${look} ${dim ? 'opacity-55' : ''}`}
    >
      {line.quantity}
    </span>
  );
}

function Details({ line, struck }: { line: Line; struck: boolean }) {
  const strike = struck ? 'line-through' : '';
  return (
    <>
      {line.modifiers.map((modifier, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a modifier may be there twice and never moves
        <span key={index} className={`words ps-4 text-detail leading-[1.2] ${strike}`}>
          {modifier.name}
        </span>
      ))}
      {line.notes && <Note text={line.notes} />}
      {line.allergens.length > 0 && <Allergens names={line.allergens} />}
      <Where line={line} />
    </>
  );
}

export function Note({ text }: { text: string }) {
  return (
    <span className="mt-0.5 flex gap-2 rounded-md bg-note px-2 py-1 text-detail leading-[1.2] font-semibold">
      <MessageSquareText aria-hidden className="mt-[0.15em] size-[0.9em] shrink-0" />
      <span className="words min-w-0 flex-1">{text}</span>
    </span>
  );
}

export function Allergens({ names }: { names: readonly string[] }) {
  const t = useText();
  return (
    <span className="mt-0.5 flex gap-2 rounded-md bg-allergy px-2 py-1 text-detail leading-[1.2] font-bold text-on-allergy">
      <TriangleAlert aria-hidden className="mt-[0.1em] size-[1em] shrink-0" />
      <span className="min-w-0 flex-1">
        {t('line.allergens')} <span className="words">{names.join(', ')}</span>
      </span>
    </span>
  );
}

function Where({ line: { seat, course } }: { line: Line }) {
  const t = useText();
  const words = [seat && t('line.seat', { seat }), course && t('line.course', { course })].filter(Boolean);
  return words.length > 0 && <span className="text-meta text-muted">{words.join(' · ')}</span>;
}

type MarkProps = { readonly status: ReturnType<typeof lineStatus>; readonly underWay: Delivery | undefined };

function Mark({ status, underWay }: MarkProps) {
  const t = useText();
  const size = 'mt-0.5 size-8';
  if (status === 'voided')
    return (
      <span className="mt-1 rounded border-2 border-current px-1.5 text-meta font-bold text-danger">
        {t('line.voided')}
      </span>
    );
  if (status === 'pending' || status === 'preparing')
    return <Circle aria-hidden strokeWidth={1.5} className={`${size} text-muted opacity-60`} />;
  if (underWay) return <UnderWay delivery={underWay} size={size} />;
  return <CircleCheckBig aria-label={t('line.ready')} strokeWidth={2.5} className={`${size} text-done`} />;
}

/** Ready for this cook; the kitchen has yet to hear of it. */
function UnderWay({ delivery, size }: { readonly delivery: Delivery; readonly size: string }) {
  const t = useText();
  const Icon = deliveryIcons[delivery];
  return <Icon role="img" aria-label={t(`delivery.state.${delivery}`)} data-delivery={delivery} className={size} />;
}
