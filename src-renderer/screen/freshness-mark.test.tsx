import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { quietScreen } from '../../test/harness/ticket-drawing.tsx';
import type { LinkState, Trouble } from '../link/link-state.ts';
import { TextProvider } from '../messages/text-context.tsx';
import { createTranslator } from '../messages/translator.ts';
import { FreshnessMark } from './freshness-mark.tsx';
import { LostBanner } from './lost-banner.tsx';
import { type Screen, ScreenContext } from './screen-context.ts';

const waiting = (trouble: Trouble | null, retryAtMs: number): LinkState => ({
  phase: 'waiting',
  transport: 'websocket',
  failures: 2,
  trouble,
  retryAtMs,
});

/** A screen whose last proof was `ageMs` ago. */
function drawn(link: LinkState, ageMs: number, page = <FreshnessMark />): string {
  const screen: Screen = quietScreen(0);
  screen.client.store.setState({ link, provenAtMs: -ageMs });
  return renderToStaticMarkup(
    <TextProvider translator={createTranslator('en')}>
      <ScreenContext value={screen}>{page}</ScreenContext>
    </TextProvider>,
  );
}

test('[LNK12] a screen that stays away because nothing fits together says so, however fresh its last proof is', () => {
  expect(drawn(waiting('mismatch', 10_000), 1000)).toContain('Data did not fit');
  expect(drawn(waiting('mismatch', 200), 1000)).not.toContain('Data did not fit');
});

test('[FRS3] in a full house the header names it at once', () => {
  expect(drawn(waiting('too-many', 5500), 3000)).toContain('Too many screens');
});

/** What is spoken when it changes. */
const spoken = (html: string) =>
  [...html.matchAll(/<(\w+)[^>]* role="(?:alert|status)"[^>]*>.*?<\/\1>/g)]
    .map(([whole]) => whole.replaceAll(/<(\w+)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/g, ''))
    .join();

test.each([
  ['the amber mark', 20_000, <FreshnessMark key="mark" />],
  ['the red mark', 50_000, <FreshnessMark key="mark" />],
  ['the banner', 50_000, <LostBanner key="banner" />],
])('[FRS1] %s does not speak every second', (_, ageMs, page) => {
  const [now, later] = [0, 1000].map((ms) => spoken(drawn(waiting('unreachable', 500), ageMs + ms, page)));
  expect(now).not.toBe('');
  expect(later).toBe(now);
});
