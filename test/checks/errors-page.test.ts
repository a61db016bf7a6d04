import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorCatalogue } from '#shared/errors/catalogue.ts';
import { startFailureCodes } from '#shared/errors/start-failure.ts';
import { closeCodes, isFinalClose } from '#shared/protocol/close-codes.ts';

const page = readFileSync(join(import.meta.dirname, '../../src-shared/spec/ERRORS.md'), 'utf8');

/** Entries of a chapter: heading, then the text up to the next heading. */
function entries(chapter: string): { heading: string; text: string }[] {
  const body = page.split(/^## /m).find((each) => each.startsWith(`${chapter}\n`)) ?? '';
  return body
    .split(/^### /m)
    .slice(1)
    .map((entry) => ({ heading: entry.split('\n', 1)[0] ?? '', text: entry.slice(entry.indexOf('\n')).trim() }));
}

test('[ERR1] page and catalogue name the same codes, with the same status, next step and title', () => {
  const described = entries('Answers').map(({ heading, text }) => {
    const [, code, status, next] = /^`(\w+)` · (\d{3}) · ([\w-]+)$/.exec(heading) ?? [];
    return [code, { status: Number(status), next, title: /^\*\*(.+)\.\*\*/.exec(text)?.[1] }];
  });
  expect(Object.fromEntries(described)).toEqual(errorCatalogue);
  expect(described.map(([code]) => code)).toEqual(Object.keys(errorCatalogue));
});

test('[CLO1] page and table of close codes agree, also on whether to come back', () => {
  const described = entries('Closed streams').map(({ heading }) => heading);
  const listed = Object.values(closeCodes).map((code) => `${code} · ${isFinalClose(code) ? 'stop' : 'come back'}`);
  expect(described).toEqual(listed);
});

test('[STA1] every reason not to start is described', () => {
  const described = entries('Starting').map(({ heading }) => heading);
  expect(described).toEqual(startFailureCodes.map((code) => `\`${code}\``));
});

test('every entry says what it means and what to do', () => {
  const all = ['Answers', 'Closed streams', 'Starting'].flatMap(entries);
  const silent = all.filter(({ text }) => !/\bDo:\s\S.{9,}/s.test(text) || text.length < 60);
  expect(silent.map(({ heading }) => heading)).toEqual([]);
});
