import { expect, test } from 'vitest';
import { buildOrder } from '../../test/harness/screen-kit.ts';
import { ticketLabel } from './ticket-label.ts';

test.each([
  ['dine_in', '5', 'T 5'],
  ['dine_in', 'Terrace 4', 'Terrace 4'],
  ['dine_in', null, 'A42'],
  ['takeaway', '5', 'A42'],
  ['delivery', null, 'A42'],
] as const)('[TKT3] %s at table %s is called %s', (type, tableNumber, label) => {
  expect(ticketLabel(buildOrder('42', { type, tableNumber }))).toBe(label);
});
