import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line } from '#shared/domain/line.ts';
import { rankOf } from '#shared/domain/progress.ts';
import { ticketAt, viewpointOf } from '#shared/domain/station-ticket.ts';
import { runs, serve, service } from '../../test/harness/kitchen-service.ts';
import { holdUps } from '../store/hold-up.ts';
import { isAllReady } from '../store/ticket.ts';
import { marksOf } from './marks.ts';

test('[PAS1] [PAS2] [CHM2] the pass says that all is ready, rings for it and waits for nobody when nothing but what is on hold is left to cook, also at a later time', () => {
  fc.assert(
    fc.property(service, (one) => {
      serve(one, (world) => {
        const viewpoint = viewpointOf(world.stations, null);
        for (const order of world.orders.values()) {
          const ticket = ticketAt(order, viewpoint, world.nowMs());
          if (!ticket) continue;
          const live = order.lines.filter((line) => line.voidedAtMs === null && order.cancelledAtMs === null);
          const hasReady = live.some(({ progress }) => progress.some(({ status }) => status === 'ready'));
          const isAll = hasReady && !live.some(isOpen);
          expect(isAllReady(ticket, viewpoint)).toBe(isAll);
          const { marks } = marksOf({ ...ticket, viewpoint }, world.settings, () => false);
          expect(marks.some(({ kind }) => kind === 'ready')).toBe(isAll);
          if (hasReady) expect(holdUps(ticket).length > 0).toBe(!isAll);
        }
      });
    }),
    runs,
  );
});

const isOpen = ({ heldAtMs, progress }: Line) =>
  progress.some(({ status }) => rankOf(status) < rankOf('ready') && (status !== 'pending' || heldAtMs === null));
