import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../src-main/server/ports.ts';
import { type AuthInHand, authInHand } from '../harness/auth-in-hand.ts';

let auth: AuthInHand;
beforeEach(async () => {
  auth = await authInHand();
});
afterEach(() => auth.close());

const anna = {
  username: 'anna',
  displayName: 'Anna',
  role: 'waiter',
  password: 'annas password',
  pin: '4711',
} as const;
const hire = (person: object = {}) => auth.staff.add(auth.manager, { ...anna, ...person });
const pair = async (role: 'waiter' | 'display' = 'waiter') => {
  const { device, token } = await auth.devices.admit(auth.manager, { name: 'Bar', role }, () => true);
  return { id: device.id, caller: await auth.callerOf(token) };
};
const home = { address: '10.0.0.2', deviceId: undefined };

/** What came of it, when something else has happened in the middle of it. */
async function meanwhile(begun: () => Promise<unknown>, happens: () => unknown): Promise<unknown> {
  auth.hold();
  const end = begun().catch((error) => error.code);
  expect(auth.held()).toBe(1);
  await happens();
  auth.letAll();
  return end;
}

test('[AUT5] [DEV1] a device that is revoked while a PIN is worked on lets nobody in', async () => {
  const { id: userId } = await hire();
  const { id, caller } = await pair();
  const byPin = () => auth.entrance.byPin(caller, userId, anna.pin, '10.0.0.3');
  expect(await meanwhile(byPin, () => auth.devices.revoke(auth.manager, id))).toBe('not_authenticated');

  const other = await pair();
  const onOther = () => auth.entrance.byPin(other.caller, userId, anna.pin, '10.0.0.3');
  expect(await meanwhile(onOther, () => undefined)).toMatchObject({ user: { id: userId } });
});

test('[AUT5] [DEV1] nor does a password that is worked on there', async () => {
  await hire();
  const { id } = await pair();
  const login = () => auth.entrance.byPassword('anna', anna.password, { ...home, deviceId: id });
  expect(await meanwhile(login, () => auth.devices.revoke(auth.manager, id))).toBe('not_authenticated');
});

test('[AUT5] [DEV1] what was opened on a device counts only while the device does, however it came to be there', async () => {
  const { id: userId } = await hire();
  const { id, caller } = await pair();
  const { token } = await auth.entrance.byPin(caller, userId, anna.pin, '10.0.0.3');
  const { jti } = await auth.callerOf(token);
  expect(auth.sessions.isGood(jti)).toBe(true);
  auth.devices.revoke(auth.manager, id);
  const late = { jti: 'late', userId, kind: 'pin', deviceId: id, address: null } as const;
  auth.people.addSession({ ...late, expiresAtMs: Date.now() + 1000_000 }, Date.now());
  expect([auth.sessions.isGood(jti), auth.sessions.isGood(late.jti)]).toEqual([false, false]);
  expect(await auth.sessions.callerOf(token)).toBeUndefined();
});

test("[PIN1] who has come by PIN at a guests' board under an earlier program is there no more", async () => {
  const { id: userId } = await hire();
  const { id: deviceId } = await pair('display');
  const opened = { userId, deviceId, address: null, expiresAtMs: Date.now() + 1000_000 } as const;
  auth.people.addSession({ ...opened, kind: 'pin', jti: 'pin' }, Date.now());
  auth.people.addSession({ ...opened, kind: 'login', jti: 'login' }, Date.now());
  expect(['pin', 'login'].map(auth.sessions.isGood)).toEqual([false, true]);
});

test.each([
  ['another password', (id: string) => auth.people.saveUser({ ...userOf(id), passwordHash: 'x' }, Date.now())],
  ['their removal', (id: string) => auth.staff.remove(auth.manager, id)],
])('[AUT5] a password that is being worked on lets nobody in after %s', async (_what, happens) => {
  const { id } = await hire();
  const login = () => auth.entrance.byPassword('anna', anna.password, home);
  expect(await meanwhile(login, () => happens(id))).toBe('wrong_login');
});

test('[AUT5] a PIN that is being worked on lets nobody in after another one was given', async () => {
  const { id } = await hire();
  const { caller } = await pair();
  const byPin = () => auth.entrance.byPin(caller, id, anna.pin, '10.0.0.3');
  const replaced = () => auth.people.saveUser({ ...userOf(id), pinHash: 'x' }, Date.now());
  expect(await meanwhile(byPin, replaced)).toBe('wrong_login');
});

test('[AUT5] whoever signs in is what they are when it is granted, not what they were when they asked', async () => {
  const { id } = await hire({ role: 'manager' });
  const login = () => auth.entrance.byPassword('anna', anna.password, home);
  const demoted = () => auth.staff.change(auth.manager, id, { role: 'waiter' });
  expect(await meanwhile(login, demoted)).toMatchObject({ user: { role: 'waiter' } });
});

test('[AUT5] a person who changes their password meanwhile undoes neither a new role nor the password that a manager gave', async () => {
  const { id } = await hire({ role: 'manager' });
  const own = async (caller: Caller, password: string) =>
    auth.entrance.changePassword(caller, password, 'annas second', home.address);
  const boss = await auth.signIn('anna', anna.password);
  const demoted = () => auth.staff.change(auth.manager, id, { role: 'waiter' });
  expect(await meanwhile(() => own(boss, anna.password), demoted)).toBe('not_authenticated');
  expect(userOf(id).role).toBe('waiter');

  const waiter = await auth.signIn('anna', anna.password);
  let given: Promise<unknown> | undefined;
  const giving = () => {
    // It waits behind the first half of the own change, and is done before the second.
    given = auth.staff.change(auth.manager, id, { password: 'fresh password' });
  };
  expect(await meanwhile(() => own(waiter, anna.password), giving)).toBe('not_authenticated');
  await given;
  await expect(auth.signIn('anna', 'annas second')).rejects.toMatchObject({ code: 'wrong_login' });
  expect((await auth.signIn('anna', 'fresh password')).role).toBe('waiter');
});

test('[AUT5] a person who is removed while they change their password stays removed, and their name is free', async () => {
  const { id } = await hire();
  const before = userOf(id);
  const caller = await auth.signIn('anna', anna.password);
  const own = () => auth.entrance.changePassword(caller, anna.password, 'annas second', home.address);
  expect(await meanwhile(own, () => auth.staff.remove(auth.manager, id))).toBe('not_authenticated');
  auth.people.saveUser(before, Date.now());
  auth.people.setPassword(id, before.passwordHash);
  expect([auth.people.user(id), auth.people.userByName('anna')]).toEqual([undefined, undefined]);
  expect((await hire()).id).not.toBe(id);
});

test('[AUT5] [STF1] a manager who is removed while what they asked for is worked on has it no more', async () => {
  const { id } = await hire({ role: 'manager' });
  const boss = await auth.signIn('anna', anna.password);
  const friend = { username: 'ben', displayName: 'Ben', role: 'manager', password: 'bens password' } as const;
  const removed = () => auth.staff.remove(auth.manager, id);
  expect(await meanwhile(() => auth.staff.add(boss, friend), removed)).toBe('not_authenticated');
  expect(auth.people.userByName('ben')).toBeUndefined();
  expect(await auth.staff.add(auth.manager, friend)).toMatchObject({ username: 'ben' });
});

test('[AUT6] guesses of the own password are counted for the person, over all of their sessions and addresses', async () => {
  await hire();
  const sessions = [await auth.signIn('anna', anna.password), await auth.signIn('anna', anna.password)];
  const codes: unknown[] = [];
  for (let n = 0; n < 24; n++) {
    const caller = sessions[n % 2] as Caller;
    const guess = auth.entrance.changePassword(caller, `guess ${n}`, 'annas second', `10.0.3.${n}`);
    codes.push(await guess.catch((error) => error.code));
  }
  expect(codes.slice(0, 10)).toEqual(Array(10).fill('wrong_login'));
  expect(codes.slice(10)).toEqual(Array(14).fill('too_many_tries'));
  // What they have used up there is no use to whoever would keep them from signing in.
  expect(await auth.signIn('anna', anna.password)).toMatchObject({ displayName: 'Anna' });
  auth.pass(10_000);
  await auth.entrance.changePassword(sessions[0] as Caller, anna.password, 'annas second', home.address);
  expect(await auth.signIn('anna', 'annas second')).toMatchObject({ displayName: 'Anna' });
});

test('[AUT6] [TRY2] of one person one change is worked on at a time, so that they hold up nobody else', async () => {
  const { id } = await hire();
  const guest = await hire({ username: 'guest', role: 'guest' });
  const { caller } = await pair();
  const own = await auth.signIn('guest', anna.password);
  auth.hold();
  const changes = Array.from({ length: 60 }, () =>
    auth.entrance.changePassword(own, 'a guess', 'another one', home.address).catch((error) => error.code),
  );
  const byPins = Array.from({ length: 10 }, () => auth.entrance.byPin(caller, id, anna.pin, '10.0.0.3'));
  auth.letAll();
  expect((await Promise.all(changes)).toSorted()).toEqual([...Array(59).fill('busy'), 'wrong_login']);
  for (const { user } of await Promise.all(byPins)) expect(user.id).toBe(id);
  await auth.entrance.changePassword(own, anna.password, 'another one', home.address);
  expect(auth.people.user(guest.id)?.passwordHash).not.toBe(guest.passwordHash);
});

test('[STF1] another password or PIN ends what was opened by it, and neither the window of the kitchen nor who gave it', async () => {
  const password = 'the managers password';
  await auth.staff.change(auth.manager, 'admin', { password, pin: '9182' });
  const { caller: tablet } = await pair();
  const byPin = async (pin: string) => {
    const { token } = await auth.entrance.byPin(tablet, 'admin', pin, home.address);
    return auth.callerOf(token);
  };
  const [here, there, pinned] = [
    await auth.signIn('admin', password),
    await auth.signIn('admin', password),
    await byPin('9182'),
  ];
  const good = () => [auth.manager, here, there, pinned].map(({ jti }) => auth.sessions.isGood(jti));

  await auth.staff.change(here, 'admin', { displayName: 'Boss' });
  expect(good()).toEqual([true, true, true, true]);
  await auth.staff.change(here, 'admin', { pin: '2891' });
  expect(good()).toEqual([true, true, true, false]);
  const again = await byPin('2891');
  await auth.staff.change(here, 'admin', { password: 'another password' });
  expect(good()).toEqual([true, true, false, false]);
  expect(auth.sessions.isGood(again.jti)).toBe(false);
  const elsewhere = await auth.signIn('admin', 'another password');
  await auth.entrance.changePassword(elsewhere, 'another password', password, home.address);
  expect(good()).toEqual([true, false, false, false]);
  expect(auth.sessions.isGood(elsewhere.jti)).toBe(true);
});

test('[STF1] another role ends whatever a person has open, also for who takes it from themselves', async () => {
  const { id } = await hire({ role: 'manager' });
  const sessions = [await auth.signIn('anna', anna.password), await auth.signIn('anna', anna.password)];
  await auth.staff.change(sessions[0] as Caller, id, { role: 'waiter' });
  expect(sessions.map(({ jti }) => auth.sessions.isGood(jti))).toEqual([false, false]);
});

test('[TRY1] strangers who have used up all tries lock nobody out at the kitchen computer, nor where they were before a restart', async () => {
  await hire();
  await auth.signIn('anna', anna.password);
  const codeAt = (address: string, username = 'anna', deviceId?: string) =>
    auth.entrance.byPassword(username, anna.password, { address, deviceId }).then(
      () => 'in',
      (error) => error.code,
    );
  const known = '10.0.0.1';
  auth = await auth.reopened();
  for (let n = 0; n < 60; n++) auth.attempts.begin({ address: `10.0.4.${n}`, deviceId: undefined, aim: 'login' });
  expect(await codeAt('10.0.0.77')).toBe('too_many_tries');
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', known]) expect(await codeAt(address)).toBe('in');
  expect(await codeAt('10.0.0.77', 'anna', (await pair()).id)).toBe('in');
  // Known there is she, and nobody else.
  expect(await codeAt(known, 'ben')).toBe('too_many_tries');
});

test('[AUT1] [TRY1] where somebody has signed in, guesses at them are told what guesses at nobody are; the right one comes in', async () => {
  await hire();
  const told = (username: string, password = 'a guess', address = '10.0.0.1') =>
    auth.entrance.byPassword(username, password, { address, deviceId: undefined }).then(
      () => 'in',
      (error) => error.code,
    );
  expect(await told('anna', anna.password)).toBe('in');
  for (let n = 0; n < 10; n++) expect(await told(`nobody ${n}`)).toBe('wrong_login');
  for (const name of ['ben', 'anna', 'nobody', 'anna'])
    expect([name, await told(name)]).toEqual([name, 'too_many_tries']);
  expect(await told('anna', anna.password)).toBe('in');
  expect(await told('anna', 'a guess', '10.0.0.2')).toBe('wrong_login');
});

test('[TRY1] [TRY2] a try that the server had no time for is given back, and strangers hold up no PIN', async () => {
  const { id } = await hire();
  const { caller } = await pair();
  const guess = (address: string) =>
    auth.entrance.byPassword('anna', 'a guess', { address, deviceId: undefined }).catch((error) => error.code);
  auth.hold();
  // Ten wait behind the one that is worked on.
  const worked = Array.from({ length: 11 }, (_, n) => guess(`10.0.1.${n}`));
  // More than one address, or all strangers together, have.
  for (let n = 0; n < 100; n++) expect(await guess('10.0.2.1')).toBe('busy');

  let byPin: unknown;
  void auth.entrance.byPin(caller, id, anna.pin, '10.0.0.3').then((signedIn) => {
    byPin = signedIn;
  });
  auth.letOne();
  await expect.poll(auth.held).toBe(1);
  auth.letOne();
  await expect.poll(() => byPin).toMatchObject({ user: { id } });
  expect(await Promise.race([Promise.all(worked.slice(1)), 'they wait'])).toBe('they wait');
  auth.letAll();
  expect(new Set(await Promise.all(worked))).toEqual(new Set(['wrong_login']));
  expect(await guess('10.0.2.1')).toBe('wrong_login');
});

function userOf(id: string) {
  const user = auth.people.user(id);
  if (!user) throw new Error(`nobody is ${id}`);
  return user;
}
