import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildEntry, no } from '../../test/harness/outbox-kit.ts';
import { sendingOf } from './command-request.ts';
import { readEntry } from './outbox-entry.ts';
import type { ScreenCommand } from './screen-command.ts';

const place: ScreenCommand = {
  kind: 'order.place',
  restaurantId: 'main',
  order: { type: 'takeaway', items: [{ name: 'Soup', unit_price: 4.5 }] },
};
const line = {
  ...buildEntry('k').command,
  kind: 'line.set-status',
  lineId: '1.1',
  station: null,
  status: 'ready',
} as ScreenCommand;

test.each([
  ['a bump', buildEntry('k')],
  ['a refused one', buildEntry('k', { objection: no })],
  ['a line', buildEntry('k', { command: line, about: { ticket: 'A1', line: 'Soup' } })],
  ['a new order', buildEntry('k', { command: place, ...sendingOf(place, 'k', 0) })],
])('[OBX6] %s is read back as it was written', (_what, entry) => {
  expect(readEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
});

const entry = buildEntry('k');
test.each([
  ['no key', { key: '' }],
  ['no lane', { lane: undefined }],
  ['no time', { madeAtMs: Number.NaN }],
  ['another way to send', { request: { ...entry.request, method: 'DELETE' } }],
  ['another site', { request: { ...entry.request, path: 'https://elsewhere' } }],
  ['a command of a newer page', { command: { ...entry.command, kind: 'order.flambé' } }],
  ['a status of a newer page', { command: { ...entry.command, status: 'plated' } }],
  ['a line without its id', { command: { ...line, lineId: undefined } }],
  ['an order without items', { command: { ...place, order: {} } }],
  ['nobody', { owner: undefined }],
  ['nobody by name of id', { owner: { ...entry.owner, userId: '' } }],
  ['no words', { about: { ticket: 5, line: null } }],
  ['half an objection', { objection: { code: 'x' } }],
])('[OBX6] %s is no entry', (_what, change) => {
  expect(readEntry({ ...entry, ...change })).toBeUndefined();
});

test('[OBX6] nothing that may lie there breaks the page', () => {
  fc.assert(fc.property(fc.anything(), (row) => readEntry(row) === undefined));
  const anyChange = fc.dictionary(fc.constantFrom(...Object.keys(entry)), fc.anything());
  fc.assert(
    fc.property(anyChange, (change) => {
      readEntry({ ...entry, ...change });
    }),
  );
});

test('[CMD1] [OLD1] what is sent is made of the command and its own time alone', () => {
  const madeAtMs = Date.UTC(2026, 10, 21, 12);
  expect(sendingOf(place, 'k', madeAtMs)).toEqual({
    lane: 'k',
    request: {
      method: 'POST',
      path: '/orders',
      body: { type: 'takeaway', items: [{ name: 'Soup', unit_price: 4.5 }], made_at: '2026-11-21T12:00:00.000Z' },
    },
  });
  expect(sendingOf(line, 'k', madeAtMs)).toEqual({
    lane: '1',
    request: {
      method: 'PATCH',
      path: '/orders/1/items/1.1',
      body: { status: 'ready', made_at: '2026-11-21T12:00:00.000Z' },
    },
  });
});
