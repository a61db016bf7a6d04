import { expect, test } from 'vitest';
import { buildOrder } from '../../test/harness/screen-kit.ts';
import { ticketLabel, twinLabels } from './ticket-label.ts';

test.each([
  ['dine_in', '5', 'T 5'],
  ['dine_in', 'Terrace 4', 'Terrace 4'],
  ['dine_in', null, 'A42'],
  ['takeaway', '5', 'A42'],
  ['delivery', null, 'A42'],
] as const)('[TKT3] %s at table %s is called %s', (type, tableNumber, label) => {
  expect(ticketLabel(buildOrder('42', { type, tableNumber }))).toBe(label);
});

test('[TKT3] two that have one name are known by their numbers', () => {
  const at = (id: string, tableNumber: string | null) => buildOrder(id, { type: 'dine_in', tableNumber });
  expect([...twinLabels([at('1', '4'), at('2', '5'), at('3', '4'), at('4', null)])]).toEqual(['T 4']);
});
