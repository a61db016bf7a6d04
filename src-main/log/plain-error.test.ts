import { pino } from 'pino';
import { expect, test } from 'vitest';
import { quietly } from './log.ts';
import { plainError } from './plain-error.ts';

function thrown(by: () => unknown): unknown {
  try {
    by();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** What a log line says of it. */
function lineOf(err: unknown): string {
  let line = '';
  pino(quietly('info'), {
    write: (text: string) => {
      line += text;
    },
  }).error({ err }, 'failed');
  return line;
}

test('[LOG1] a failure is logged with its kind, code and place, and with nothing of what was sent', () => {
  const unreadable = thrown(() => JSON.parse('{"customer_name": Zuleika Secret}'));
  expect(String(unreadable)).toContain('Zuleika');
  const carrying = Object.assign(new Error('not stored', { cause: unreadable }), {
    code: 'SQLITE_FULL',
    body: { customer_name: 'Zuleika Secret' },
  });
  for (const error of [unreadable, carrying, { customer_name: 'Zuleika Secret' }, 'Zuleika Secret'])
    expect(lineOf(error)).not.toContain('Zuleika');
  expect(JSON.parse(lineOf(carrying)).err).toMatchObject({
    type: 'Error',
    message: 'not stored',
    code: 'SQLITE_FULL',
    at: expect.stringContaining('plain-error.test'),
    cause: { type: 'SyntaxError', at: expect.stringContaining('plain-error.test') },
  });
});

test('[LOG1] causes that go round in a circle end', () => {
  const error = new Error('round');
  error.cause = error;
  expect(JSON.stringify(plainError(error)).match(/round/g)).toHaveLength(4);
});
