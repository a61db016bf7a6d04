import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCursor, parseCursor } from './cursor.ts';

test('[CUR1] our cursors are read back', () => {
  const epoch = fc.stringMatching(/^[0-9a-f]{16}$/);
  fc.assert(
    fc.property(epoch, fc.nat(), (e, seq) => {
      expect(parseCursor(formatCursor({ epoch: e, seq }))).toEqual({ epoch: e, seq });
    }),
  );
});

test('[CUR1] anything else is no cursor and no error', () => {
  for (const text of [
    undefined,
    null,
    '',
    '1',
    'x.1',
    '0123456789abcdef.',
    '0123456789abcdef.-1',
    '0123456789abcdef.1e9',
    `0123456789abcdef.${'9'.repeat(16)}`,
  ]) {
    expect(parseCursor(text)).toBeUndefined();
  }
  fc.assert(fc.property(fc.string(), (text) => parseCursor(text) === undefined || text.length > 17));
});
