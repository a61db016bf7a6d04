import { expect, test } from 'vitest';
import { type ScreenReport, screenReportIn } from '#shared/protocol/screen-report.ts';
import { answered, createHeldHttp, createManualTimers, problem, unreachable } from '../../test/harness/screen-kit.ts';
import { createLinkCounts } from './link-counts.ts';
import { createScreenReporter } from './screen-reporter.ts';

function reporterInHand() {
  const timers = createManualTimers();
  timers.chance = 0.5;
  const http = createHeldHttp();
  const counts = createLinkCounts();
  const away = { is: false, isDark: false };
  const reporter = createScreenReporter({
    http: http.send,
    timers: { ...timers, random: () => timers.random() },
    counts,
    tab: 'tab-in-hand',
    transport: () => (away.isDark ? null : 'sse'),
    isAway: () => away.is,
  });
  const sent = () =>
    http.requests.map(({ body }) => {
      const { n, counts } = body as ScreenReport;
      return `${n}: ${counts.stalls}`;
    });
  return { timers, http, counts, away, reporter, sent };
}

test('[CNT2] once a minute a screen says what it lived through since', async () => {
  const { timers, http, counts, reporter, sent } = reporterInHand();
  reporter.start();
  counts.stalled();
  timers.advance(59_999);
  expect(http.requests).toHaveLength(0);
  timers.advance(1);
  expect(http.requests[0]).toMatchObject({ method: 'POST', path: '/screens/report' });
  expect(screenReportIn.safeParse(http.requests[0]?.body).data).toMatchObject({ tab: 'tab-in-hand', transport: 'sse' });
  await http.answer(answered(204));
  timers.advance(60_000);
  expect(sent()).toEqual(['1: 1', '2: 0']);
});

test.each([
  [0, 48_000],
  [1, 72_000],
])('[CNT2] screens that were opened together do not report together (%d)', (chance, afterMs) => {
  const { timers, http, reporter } = reporterInHand();
  timers.chance = chance;
  reporter.start();
  timers.advance(afterMs - 1);
  expect(http.requests).toHaveLength(0);
  timers.advance(1);
  expect(http.requests).toHaveLength(1);
});

test.each([
  ['unreachable', unreachable],
  ['signed out', problem(401, 'not_authenticated', '')],
  ['busy', problem(503, 'busy', '')],
])('[CNT2] %s: the same report goes again under the same number, and what came since waits', async (_why, answer) => {
  const { timers, http, counts, reporter, sent } = reporterInHand();
  reporter.start();
  counts.stalled();
  timers.advance(60_000);
  counts.stalled();
  await http.answer(answer);
  timers.advance(60_000);
  await http.answer(answered(204));
  timers.advance(60_000);
  expect(sent()).toEqual(['1: 1', '1: 1', '2: 1']);
});

test('[CNT2] a report that is refused is not sent for ever', async () => {
  const { timers, http, reporter, sent } = reporterInHand();
  reporter.start();
  timers.advance(60_000);
  await http.answer(problem(400, 'bad_input', ''));
  timers.advance(60_000);
  expect(sent()).toEqual(['1: 0', '2: 0']);
});

test('[CNT2] on leaving the page everything that is not answered goes out, and outlives the page', async () => {
  const { timers, http, counts, reporter, sent } = reporterInHand();
  reporter.start();
  timers.advance(60_000);
  counts.stalled();
  reporter.leave();
  expect(sent()).toEqual(['1: 0', '1: 0', '2: 1']);
  expect(http.requests.map(({ keepalive }) => keepalive)).toEqual([undefined, true, true]);
});

test('[CNT2] signed out, nothing is reported', () => {
  const { timers, http, reporter } = reporterInHand();
  reporter.start();
  reporter.stop();
  timers.advance(600_000);
  reporter.leave();
  expect(http.requests).toHaveLength(0);
});

test('[CNT3] a page that is left, or that nobody sees, says that it is not meant to follow', async () => {
  const { timers, http, away, reporter } = reporterInHand();
  const said = () => http.requests.map(({ body }) => (body as ScreenReport).away);
  reporter.start();
  timers.advance(60_000);
  await http.answer(answered(204));
  away.is = true;
  timers.advance(60_000);
  await http.answer(answered(204));
  away.is = false;
  reporter.leave();
  expect(said()).toEqual([false, true, true]);
});

test('[CNT3] a page that is put away again and again without a network sums up what it lived through', () => {
  const { counts, reporter, http } = reporterInHand();
  reporter.start();
  for (let time = 0; time < 20; time++) {
    counts.stalled();
    reporter.leave();
  }
  expect(new Set(http.requests.map(({ body }) => (body as ScreenReport).n)).size).toBe(8);
  expect(counts.take().stalls).toBe(12);
});

test('[CNT2] [LNK15] without a link one report is tried, and goes again when there is one', async () => {
  const { timers, http, away, reporter, sent } = reporterInHand();
  away.isDark = true;
  reporter.start();
  timers.advance(60_000);
  await http.answer(unreachable);
  timers.advance(300_000);
  expect(sent()).toEqual(['1: 0']);
  away.isDark = false;
  timers.advance(60_000);
  await http.answer(answered(204));
  expect(sent()).toEqual(['1: 0', '1: 0', '2: 0']);
  await http.answer(answered(204));
  away.isDark = true;
  timers.advance(60_000);
  await http.answer(answered(204));
  timers.advance(60_000);
  expect(sent()).toEqual(['1: 0', '1: 0', '2: 0', '3: 0', '4: 0']);
});
