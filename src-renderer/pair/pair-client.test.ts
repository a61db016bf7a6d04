import { expect, test } from 'vitest';
import { answered, createHeldHttp, createManualTimers, problem, unreachable } from '../../test/harness/screen-kit.ts';
import { createPairApi } from '../link/pair-api.ts';
import type { KeptRequest } from './kept-request.ts';
import { createPairClient } from './pair-client.ts';

const asked = {
  request_id: 'r',
  pickup_secret: 'p',
  code: '0042',
  name: 'Bar',
  address: '10.0.0.7',
  expires_at: '2026-01-01T00:00:00.000Z',
};

/** A tab's storage that outlives the page; `passed` later. */
function createTab() {
  let found: ReturnType<KeptRequest['read']>;
  const kept: KeptRequest = {
    read: () => found,
    keep: (request) => {
      found = { request, agoMs: 0 };
    },
    forget: () => {
      found = undefined;
    },
  };
  const passed = (ms: number) => {
    if (found) found = { ...found, agoMs: ms };
  };
  return { kept, passed };
}

async function openPage(secret?: string, tab = createTab()) {
  const [http, timers] = [createHeldHttp(), createManualTimers()];
  const client = createPairClient(createPairApi(http.send), timers, tab.kept, secret);
  await http.answer(problem(401, 'not_authenticated', 'Sign in first'));
  const step = () => client.store.getState().step;
  return { client, http, timers, step, tab };
}

async function waiting() {
  const page = await openPage();
  void page.client.pair('Bar');
  await page.http.answer(answered(201, asked));
  expect(page.step()).toMatchObject({ kind: 'waiting', code: '0042', name: 'Bar' });
  return page;
}

test('[PAI3] it asks once a second, one question at a time, until it is answered', async () => {
  const { http, timers, step } = await waiting();
  const before = http.requests.length;
  timers.advance(1000);
  timers.advance(5000);
  expect(http.requests).toHaveLength(before + 1);
  await http.answer(unreachable);
  expect(step()).toMatchObject({ kind: 'waiting', isUnreachable: true });
  timers.advance(1000);
  await http.answer(answered(200, { state: 'waiting', code: '0042', expires_at: asked.expires_at }));
  expect(step()).toMatchObject({ kind: 'waiting', isUnreachable: false });
  timers.advance(1000);
  await http.answer(answered(200, { state: 'approved', name: 'Bar', role: 'waiter', device_id: 'd' }));
  expect(step()).toMatchObject({ kind: 'paired', paired: { name: 'Bar', role: 'waiter' } });
  timers.advance(60_000);
  expect(http.requests).toHaveLength(before + 3);
});

test('[PAI3] a no is a no; to a tablet that has slept for minutes it is none, for nobody remembers it', async () => {
  for (const [sleptMs, how] of [
    [1000, 'refused'],
    [10 * 60_000, 'over'],
  ] as const) {
    const { http, timers, step } = await waiting();
    timers.advance(sleptMs);
    await http.answer(answered(200, { state: 'refused' }));
    expect(step()).toEqual({ kind: 'ended', how });
  }
});

test('[PAI3] whoever went back to the name is not called away from it by an answer that comes late', async () => {
  const { client, http, timers, step } = await waiting();
  timers.advance(1000);
  client.again();
  await http.answer(answered(200, { state: 'refused' }));
  expect(step()).toEqual({ kind: 'naming', problem: null, isBusy: false });
});

test('[PAI3] loaded anew it waits on for what it has asked, until that is answered or too old', async () => {
  const { tab } = await waiting();
  tab.passed(30_000);
  const { http, timers, step } = await openPage(undefined, tab);
  expect(step()).toMatchObject({ kind: 'waiting', code: '0042', name: 'Bar' });
  timers.advance(1000);
  expect(http.requests.at(-1)).toMatchObject({ path: '/pair/pickup', body: { pickup_secret: 'p' } });
  await http.answer(answered(200, { state: 'approved', name: 'Bar', role: 'waiter', device_id: 'd' }));
  expect(step()).toMatchObject({ kind: 'paired' });
  expect((await openPage(undefined, tab)).step()).toMatchObject({ kind: 'naming' });

  const late = await waiting();
  late.tab.passed(3 * 60_000);
  expect((await openPage(undefined, late.tab)).step()).toMatchObject({ kind: 'naming' });
});

test('[PAI3] whoever goes back, or reads a QR instead, has asked nothing any more', async () => {
  const back = await waiting();
  back.client.again();
  expect((await openPage(undefined, back.tab)).step()).toMatchObject({ kind: 'naming' });
  const read = await waiting();
  expect((await openPage('s', read.tab)).step()).toMatchObject({ kind: 'naming' });
  expect(read.tab.kept.read()).toBeUndefined();
});

test('[PAI2] one tap is one claim, and a page of something in between is no answer of the kitchen', async () => {
  const { client, http, step } = await openPage('s');
  void client.pair('Bar');
  void client.pair('Bar');
  expect(http.requests.filter(({ path }) => path === '/pair/claim')).toHaveLength(1);
  await http.answer(answered(200, { hello: 'guest network' }));
  expect(step()).toMatchObject({ kind: 'naming', problem: { kind: 'unreachable' } });
  void client.pair('Bar');
  await http.answer(answered(200, { device_id: 'd', name: 'Bar', role: 'display' }));
  expect(step()).toMatchObject({ kind: 'paired', paired: { role: 'display' } });
});
