import { Ban, CircleCheckBig, CloudUpload, RotateCcw, Undo2 } from 'lucide-react';
import { type BumpedShare, bumpedShare } from '#shared/domain/bumped-share.ts';
import type { LineId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Viewpoint } from '#shared/domain/station-ticket.ts';
import { useText } from '../../messages/text-context.tsx';
import { Allergens } from '../../screen/line-boxes.tsx';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { useTimeOfDay } from '../../screen/use-site.ts';
import { ticketLabel } from '../../store/ticket-label.ts';
import { useBoard } from '../board-context.ts';
import { ticketActions } from '../ticket-actions.ts';
import { linesOf, namesOf, returningLines } from './dishes.ts';
import { isComingBack } from './recall-last.ts';

type RecallRowProps = { readonly order: Order; readonly by: string | null; readonly viewpoint: Viewpoint };

/** One bumped ticket: what it was, who bumped it and when, and the two ways back. */
export function RecallRow({ order, by, viewpoint }: RecallRowProps) {
  const t = useText();
  const share = bumpedShare(order, viewpoint, order.updatedAtMs);
  const label = ticketLabel(order);
  const lines = linesOf(order, viewpoint);
  const returning = returningLines(order, viewpoint);
  const isBack = ({ id }: Line) => returning?.includes(id) ?? true;
  const stays = lines.filter((line) => !isBack(line));
  const allergens = [...new Set(lines.flatMap((line) => line.allergens))];
  return (
    <li data-recall={order.id} className="overflow-hidden rounded-xl border border-edge bg-surface">
      <div className="grid gap-1 px-4 pt-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="words text-[2rem] leading-tight font-bold">{label}</h3>
          {share && <WhenAndWho share={share} by={by} />}
        </div>
        <p className="words text-meta text-muted">
          {[label === order.number ? '' : order.number, t(`ticket.type.${order.type}`), order.customerName]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="words text-[1.375rem] leading-snug font-medium">{namesOf(lines.filter(isBack))}</p>
        {stays.length > 0 && (
          <p data-stays className="words text-meta text-muted">
            {t('recall.stays', { dishes: namesOf(stays) })}
          </p>
        )}
        {allergens.length > 0 && <Allergens names={allergens} />}
      </div>
      <WaysBack
        order={order}
        viewpoint={viewpoint}
        returning={returning}
        isCancelled={share?.isCancelled ?? false}
        label={label}
      />
    </li>
  );
}

function WhenAndWho({ share, by }: { readonly share: BumpedShare; readonly by: string | null }) {
  const t = useText();
  const timeOfDay = useTimeOfDay();
  const who = share.isCleared ? t('recall.isCleared') : share.byAge ? t('recall.byAge') : by;
  const words = [timeOfDay(share.atMs), who].filter(Boolean).join(' · ');
  return <p className="tabular text-meta font-semibold">{words}</p>;
}

type WaysBackProps = Omit<RecallRowProps, 'by'> & {
  /** Which dishes come back; null for all. */
  readonly returning: readonly LineId[] | null;
  readonly isCancelled: boolean;
  readonly label: string;
};

function WaysBack({ order, viewpoint, returning, isCancelled, label }: WaysBackProps) {
  const t = useText();
  const { client, guard } = useScreen();
  const where = useWhereabouts(order);
  if (where === 'board')
    return <Word icon={<CircleCheckBig {...iconLook} />} words={t('recall.isBack')} look="text-done" />;
  if (where === 'coming') return <Word icon={<CloudUpload {...iconLook} />} words={t('recall.isComing')} />;
  if (isCancelled) return <Word icon={<Ban {...iconLook} />} words={t('recall.isCancelled')} look="text-danger" />;
  const back = (keepTimer: boolean) => () => {
    if (guard.allows(`recall:${order.id}`, true))
      ticketActions(client).recall(order, viewpoint.station, keepTimer, returning);
  };
  return (
    <div className="mt-3 grid grid-cols-2 border-t border-edge">
      <Way
        icon={<RotateCcw {...iconLook} />}
        words={t('recall.restart')}
        hint={t('recall.restartHint')}
        of={label}
        onTake={back(false)}
      />
      <Way
        icon={<Undo2 {...iconLook} />}
        words={t('recall.review')}
        hint={t('recall.reviewHint')}
        of={label}
        onTake={back(true)}
      />
    </div>
  );
}

const iconLook = { 'aria-hidden': true, className: 'size-8 shrink-0', strokeWidth: 2.25 } as const;

/** Where it is now, whoever brought it there. */
function useWhereabouts({ id }: Order): 'away' | 'coming' | 'board' {
  const { tickets } = useBoard();
  return useScreenState((state) => {
    if (tickets(state).some((ticket) => ticket.id === id)) return 'board';
    return isComingBack(state, id) ? 'coming' : 'away';
  });
}

type WayProps = {
  readonly icon: React.ReactNode;
  readonly words: string;
  readonly hint: string;
  /** The ticket, for who cannot see that the button is in its row. */
  readonly of: string;
  readonly onTake: () => void;
};

function Way({ icon, words, hint, of, onTake }: WayProps) {
  return (
    <button
      type="button"
      onClick={onTake}
      className="flex min-h-hit items-center justify-center gap-3 px-3 py-2 text-start not-first:border-s not-first:border-edge active:bg-raised"
    >
      {icon}
      <span className="grid leading-tight">
        <strong className="text-[1.5rem] font-bold">{words}</strong>
        <span className="sr-only"> {of} </span>
        <span className="text-chrome text-muted">{hint}</span>
      </span>
    </button>
  );
}

type WordProps = { readonly icon: React.ReactNode; readonly words: string; readonly look?: string };

function Word({ icon, words, look = '' }: WordProps) {
  return (
    <p
      role="status"
      className={`mt-3 flex min-h-hit items-center gap-3 border-t border-edge px-4 text-[1.375rem] font-bold ${look}`}
    >
      {icon}
      {words}
    </p>
  );
}
