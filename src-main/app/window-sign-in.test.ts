import type { Cookies, CookiesSetDetails } from 'electron';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSignIn } from './window-sign-in.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hour = 3600_000;

function signInWith() {
  const set: CookiesSetDetails[] = [];
  const cookies = { set: async (details: CookiesSetDetails) => void set.push(details) } as unknown as Cookies;
  let issued = 0;
  const server = { hostCookie: async () => ({ name: 'session', value: `token ${++issued}` }) };
  const signIn = createSignIn({ cookies, server, url: 'http://127.0.0.1:4480', log: pino({ level: 'silent' }) });
  return { signIn, set };
}

test('[WIN2] no script can read the cookie and no other site can send it', async () => {
  const { signIn, set } = signInWith();
  await signIn.renew();
  expect(set).toEqual([
    {
      url: 'http://127.0.0.1:4480',
      name: 'session',
      value: 'token 1',
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: false,
    },
  ]);
  signIn.stop();
});

test('[WIN2] the window is signed in again long before its session ends, until it is stopped', async () => {
  const { signIn, set } = signInWith();
  await signIn.renew();
  await vi.advanceTimersByTimeAsync(24 * hour);
  expect(set.length).toBeGreaterThanOrEqual(6);
  signIn.stop();
  const before = set.length;
  await vi.advanceTimersByTimeAsync(24 * hour);
  expect(set.length).toBe(before);
});

test('[WIN2] after a night asleep the page is loaded again, after a nap it is not', async () => {
  const { signIn } = signInWith();
  await signIn.renew();
  vi.setSystemTime(Date.now() + 2 * hour);
  expect(await signIn.renewAfterSleep()).toBe(false);
  vi.setSystemTime(Date.now() + 13 * hour);
  expect(await signIn.renewAfterSleep()).toBe(true);
  signIn.stop();
});
