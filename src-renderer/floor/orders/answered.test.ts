import { expect, test } from 'vitest';
import { stationId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { advance, untouched } from '#shared/domain/progress.ts';
import { buildLine, buildOrder } from '../../../test/harness/screen-kit.ts';
import type { SentCommand } from '../../store/delivery.ts';
import { withAnswers } from './answered.ts';

const part = untouched(stationId('kitchen'), 'fallback');
const at = (status: 'ready' | 'completed') => ({ progress: [advance(part, status, { nowMs: 5, by: 'Ana' })] });
const order = (id: string, version: number, change: Partial<Order> = {}) =>
  buildOrder(id, { version, lines: [buildLine(id, at('completed'))], ...change });
const answered = (one: Order | null) => ({ answer: { order: one } }) as SentCommand;
const told = (orders: readonly Order[]) => orders.map(({ id, version }) => [id, version]);
const id = (name: string) => buildOrder(name).id;

test('[SHP1] what this device was answered is shown until the list is asked for anew, and never over what is newer', () => {
  const asked = [order('1', 3), order('2', 9)];
  const sent = [answered(order('1', 4)), answered(order('2', 8)), answered(order('3', 2)), answered(null)];
  expect(told(withAnswers(asked, sent))).toEqual([
    [id('1'), 4],
    [id('2'), 9],
    [id('3'), 2],
  ]);
  expect(withAnswers(asked, [])).toEqual(asked);
});

test('[SHP1] an order that is at work is none of them', () => {
  const open = order('4', 2, { lines: [buildLine('4', at('ready'))] });
  expect(withAnswers([], [answered(open)])).toEqual([]);
});
