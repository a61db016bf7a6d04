import type { ShareFigures, TicketFigures } from '#shared/protocol/wire-report.ts';
import type { Text } from '../../messages/text.ts';
import type { FigureFormat } from './figure-format.ts';
import { shareOnTime } from './share-on-time.ts';
import type { Column } from './sorting.ts';

/** Those that were handed over. */
export const served = ({ orders, cancelled }: TicketFigures): number => orders - cancelled;

/** What is told of tickets, whatever they are grouped by. */
export function ticketColumns(t: Text, { count, time, share }: FigureFormat): readonly Column<TicketFigures>[] {
  return [
    { key: 'orders', title: t('report.orders'), value: served, format: count },
    { key: 'portions', title: t('report.portions'), value: ({ portions }) => portions, format: count },
    { key: 'ticket', title: t('report.ticketMedian'), value: ({ ticket }) => ticket.median_s, format: time },
    { key: 'ticket90', title: t('report.ticket90'), value: ({ ticket }) => ticket.p90_s, format: time },
    { key: 'ticketMean', title: t('report.ticketMean'), value: ({ ticket }) => ticket.mean_s, format: time },
    { key: 'onTime', title: t('report.onTime'), value: (row) => row.on_time_share, format: share },
    { key: 'late', title: t('report.late'), value: ({ late }) => late, format: count },
    { key: 'prep', title: t('report.prepMedian'), value: ({ prep }) => prep.median_s, format: time },
    { key: 'prep90', title: t('report.prep90'), value: ({ prep }) => prep.p90_s, format: time },
    { key: 'wait', title: t('report.waitMedian'), value: ({ wait }) => wait.median_s, format: time },
    { key: 'recooked', title: t('report.recooked'), value: ({ recooked }) => recooked, format: count },
    { key: 'voided', title: t('report.voided'), value: ({ voided }) => voided, format: count },
    { key: 'cancelled', title: t('report.cancelled'), value: ({ cancelled }) => cancelled, format: count },
  ];
}

/** What is told of dishes and stations, by portions. */
export function shareColumns(t: Text, { count, time, share }: FigureFormat): readonly Column<ShareFigures>[] {
  return [
    { key: 'portions', title: t('report.portions'), value: ({ portions }) => portions, format: count },
    { key: 'prep', title: t('report.prepMedian'), value: ({ prep }) => prep.median_s, format: time },
    { key: 'prep90', title: t('report.prep90'), value: ({ prep }) => prep.p90_s, format: time },
    { key: 'prepMean', title: t('report.prepMean'), value: ({ prep }) => prep.mean_s, format: time },
    { key: 'onTime', title: t('report.onTime'), value: shareOnTime, format: share },
    { key: 'late', title: t('report.late'), value: ({ late }) => late, format: count },
    { key: 'wait', title: t('report.waitMedian'), value: ({ wait }) => wait.median_s, format: time },
    { key: 'wait90', title: t('report.wait90'), value: ({ wait }) => wait.p90_s, format: time },
  ];
}
