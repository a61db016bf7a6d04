import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor, signIn } from '../harness/api.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { isLive, record } from '../harness/recorder.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let aheadMs: number;
let box: ServerBox;
let manager: Api;

beforeEach(async () => {
  aheadMs = 0;
  box = await startServer({}, { clock: { nowMs: () => Date.now() + aheadMs } });
  manager = await signIn(box.url, adminPassword);
});
afterEach(() => box.remove());

const hour = 3600_000;
const statusOf = async (token: string) => (await apiFor(box.url, token).call('GET', '/auth/me')).status;

test("[AUT2] twelve hours after a person has signed in nothing of it is good, nor stays open; a device's goes on", async () => {
  const person = { username: 'ann', display_name: 'Ann', role: 'kitchen', pin: '4711' };
  const { id } = (await manager.call('POST', '/users', person)).json;
  const grill = await pairDevice(manager, 'kitchen', 'Grill');
  const byPin = (await grill.api.call('POST', '/auth/pin', { user_id: id, pin: person.pin })).json;
  const { value: window } = await box.hostCookie();
  const people: string[] = [manager.token, byPin.access_token, window];
  expect(byPin.expires_in * 1000).toBe(12 * hour);

  const screens = [...people, grill.token].map((token) => record(box.url, token));
  for (const screen of screens) await screen.until(isLive);
  // All of these have been asked with before: that a token is good is not looked at again, whether its session is, it is.
  expect(await Promise.all([...people, grill.token].map(statusOf))).toEqual([200, 200, 200, 200]);
  aheadMs = 12 * hour - 60_000;
  expect(await Promise.all([...people, grill.token].map(statusOf))).toEqual([200, 200, 200, 200]);

  aheadMs = 12 * hour;
  expect(await Promise.all([...people, grill.token].map(statusOf))).toEqual([401, 401, 401, 200]);
  const [, , , ofDevice] = screens;
  for (const screen of screens.slice(0, 3)) expect((await screen.closed).code).toBe(4001);
  const { status } = await apiFor(box.url, grill.token).call('GET', '/orders');
  expect(status).toBe(200);
  ofDevice?.close();
  expect((await ofDevice?.closed)?.code).toBe(1005);
});
