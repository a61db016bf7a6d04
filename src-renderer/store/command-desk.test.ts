import { expect, test } from 'vitest';
import { lineId, orderId, restaurantId } from '#shared/domain/id.ts';
import { ada, bump, noon, pageOn } from '../../test/harness/command-page.ts';
import { buildEntry, createDisk, type DiskInHand, no } from '../../test/harness/outbox-kit.ts';
import { answered, problem, settled, unreachable } from '../../test/harness/screen-kit.ts';
import { deliveryOf } from './delivery.ts';

const adas = { owner: { restaurantId: 'main', userId: 'ada', name: 'Ada' } };

const keysOn = (disk: DiskInHand) => disk.rows.map(({ value }) => (value as { key: string }).key);

test('[OBX3] sending, then kept once the disk has it, then stored: and only then it leaves the disk', async () => {
  const disk = createDisk();
  const page = pageOn(disk);
  await page.enter();
  disk.holds = true;
  page.desk.command(bump());
  await settled();
  expect(page.http.requests).toHaveLength(1);
  expect(page.state().pending.map(deliveryOf)).toEqual(['sending']);
  disk.release();
  await settled();
  expect(page.state().pending.map(deliveryOf)).toEqual(['kept']);
  await page.http.answer(unreachable);
  expect(keysOn(disk)).toHaveLength(1);
  page.timers.advance(250);
  await page.http.answer(answered(200, { id: '1', version: 2 }));
  expect(disk.rows).toEqual([]);
  expect(page.state().sent.map(deliveryOf)).toEqual(['stored']);
});

test('[OBX7] a command that no disk would take is never called kept', async () => {
  const page = pageOn(undefined);
  await page.enter();
  page.desk.command(bump());
  await settled();
  expect(page.state().pending.map(deliveryOf)).toEqual(['sending']);
  expect(page.state().kept.trouble).toBe('missing');
});

test('[OBX2] the next page sends what lies there in its order, with the very same body and key', async () => {
  const disk = createDisk();
  const first = pageOn(disk);
  await first.enter();
  first.desk.command({ ...bump(), status: 'ready' });
  first.timers.advance(60_000);
  first.desk.command(bump());
  await settled();

  const next = pageOn(disk);
  await next.enter();
  expect(next.state().pending.map(deliveryOf)).toEqual(['kept', 'kept']);
  await next.http.answer(answered(200, { id: '1', version: 2 }));
  await next.http.answer(answered(200, { id: '1', version: 3 }));
  expect({ ...next.http.requests[0], abort: null }).toEqual({ ...first.http.requests[0], abort: null });
  expect(next.http.requests.map(({ body }) => body)).toEqual([
    { status: 'ready', made_at: '2026-11-21T12:00:00.000Z' },
    { status: 'completed', made_at: '2026-11-21T12:01:00.000Z' },
  ]);
  expect(disk.rows).toEqual([]);
});

test('[OBX2] a tap that comes while the older ones are read waits for them; a dead disk holds it 3 s at most', async () => {
  const disk = createDisk([buildEntry('old')]);
  const page = pageOn(disk);
  const entering = page.enter();
  page.desk.command(bump());
  expect(page.sent()).toEqual([]);
  await entering;
  await page.http.answer(answered(200, { id: '1', version: 2 }));
  expect(page.sent()[0]).toBe('old');
  expect(page.sent()).toHaveLength(2);

  const stuck = pageOn({ ...createDisk(), read: () => new Promise(() => undefined) });
  await stuck.enter();
  stuck.desk.command(bump());
  stuck.timers.advance(2999);
  expect(stuck.sent()).toEqual([]);
  stuck.timers.advance(1);
  expect(stuck.sent()).toHaveLength(1);
});

test('[OBX2] live again, a page takes up what another tab has left, and knows its own', async () => {
  const disk = createDisk();
  const page = pageOn(disk);
  await page.enter();
  page.desk.command(bump('1'));
  await settled();
  disk.rows = [...disk.rows, { n: 9, value: buildEntry('other', { lane: '2', command: bump('2') }) }];
  page.desk.resume();
  await settled();
  page.desk.resume();
  await settled();
  expect(page.sent()).toHaveLength(2);
  expect(page.sent()[1]).toBe('other');
});

test('[OBX5] what somebody else left is counted by name, and neither shown nor sent', async () => {
  const disk = createDisk([buildEntry('a1', adas), buildEntry('a2', { ...adas, objection: no }), buildEntry('m1')]);
  const page = pageOn(disk);
  page.desk.look();
  await settled();
  expect(page.state().kept.byOthers).toEqual([
    { userId: 'ada', name: 'Ada', count: 1 },
    { userId: 'admin', name: 'Manager', count: 1 },
  ]);
  expect(page.sent()).toEqual([]);
  await page.enter();
  expect(page.state().kept.byOthers).toEqual([{ userId: 'ada', name: 'Ada', count: 1 }]);
  expect(page.state().pending.map(({ key }) => key)).toEqual(['m1']);
  expect(page.state().notices).toEqual([]);
  expect(page.sent()).toEqual(['m1']);
  page.desk.discardOf('ada');
  await settled();
  expect(page.state().kept.byOthers).toEqual([]);
  expect(keysOn(disk)).toEqual(['m1']);
});

test('[OBX5] the same person of another restaurant is somebody else', async () => {
  const page = pageOn(createDisk([buildEntry('k', { owner: { restaurantId: 'b', userId: 'admin', name: 'M' } })]));
  await page.enter();
  expect(page.sent()).toEqual([]);
  expect(page.state().kept.byOthers).toHaveLength(1);
});

test.each([
  ['with a disk', createDisk()],
  ['without', undefined],
])('[OBX5] [SND4] signed out %s, nothing is shown or sent; whoever made it comes back to it', async (_what, disk) => {
  const page = pageOn(disk);
  await page.enter();
  page.desk.command(bump());
  await page.http.answer(unreachable);
  await page.leave();
  expect(page.state()).toMatchObject({ pending: [], notices: [], sent: [] });
  page.timers.advance(60_000);
  await page.enter(ada);
  page.desk.resume();
  page.timers.advance(60_000);
  await settled();
  expect(page.sent()).toHaveLength(1);
  await page.leave();
  await page.enter();
  expect(page.sent()).toHaveLength(2);
  expect(new Set(page.sent()).size).toBe(1);
});

test('[OBX5] an answer that comes after signing out still empties the outbox, and expels nobody', async () => {
  const disk = createDisk();
  const page = pageOn(disk);
  await page.enter();
  page.desk.command(bump('1'));
  page.desk.command(bump('2'));
  await page.leave();
  await page.http.answer(answered(200, { id: '1', version: 2 }));
  await page.http.answer(problem(401, 'not_authenticated', 'Sign in first'));
  expect(keysOn(disk)).toHaveLength(1);
  expect(page.expelled()).toBe(0);
  expect(page.state().sent).toEqual([]);
});

test('[OBX4] a refusal stays over a reload until it was read, and is counted', async () => {
  const disk = createDisk();
  const page = pageOn(disk);
  await page.enter();
  page.desk.command(bump());
  await page.http.answer(problem(409, 'command_too_old', 'Too old.'));
  expect(page.counts.take()).toMatchObject({ commands_made: 1, commands_refused: 1, errors_shown: 1 });

  const next = pageOn(disk);
  await next.enter();
  expect(next.sent()).toEqual([]);
  expect(next.state().notices).toMatchObject([{ orderId: '1', objection: { detail: 'Too old.' }, madeAtMs: noon }]);
  next.desk.dismissNotice(next.state().notices[0]!.id);
  await settled();
  expect(disk.rows).toEqual([]);
});

test('[OBX4] other work on the same order leaves an unread refusal where it is', async () => {
  const work = {
    kind: 'order.bump',
    restaurantId: restaurantId('main'),
    orderId: orderId('1'),
    station: null,
  } as const;
  const of = (...ids: string[]) => ({ ...work, lineIds: ids.map(lineId) });
  const disk = createDisk([buildEntry('k', { command: of('a'), objection: no })]);
  const page = pageOn(disk);
  await page.enter();
  page.desk.command(of('b'));
  page.desk.command(bump('1'));
  expect(page.state().notices.map(({ id }) => id)).toEqual(['k']);
  page.desk.command(of('a', 'b'));
  expect(page.state().notices).toEqual([]);
});

test('[OBX4] trying the same work on an order again is having read it', async () => {
  const disk = createDisk([
    buildEntry('k', { objection: no }),
    buildEntry('k2', { command: bump('2'), objection: no }),
  ]);
  const page = pageOn(disk);
  await page.enter();
  page.desk.command(bump('1'));
  await page.http.answer(answered(200, { id: '1', version: 2 }));
  expect(page.state().notices.map(({ id }) => id)).toEqual(['k2']);
  expect(keysOn(disk)).toEqual(['k2']);
});

test.each(['blocked', 'broken'] as const)(
  '[OBX2] what could not be read at first (%s) is taken up as soon as it can be, without a tap',
  async (trouble) => {
    const disk = createDisk([buildEntry('k1'), buildEntry('of-ada', adas)]);
    disk.outcome = trouble;
    const page = pageOn(disk);
    await page.enter();
    expect(page.state().kept.trouble).toBe(trouble);
    disk.outcome = 'done';
    page.timers.advance(5000);
    await settled();
    expect(page.sent()).toEqual(['k1']);
    expect(page.state().kept).toMatchObject({ trouble: null, byOthers: [{ name: 'Ada', count: 1 }] });
    disk.outcome = trouble;
    page.desk.resume();
    await settled();
    expect(page.state().kept.byOthers).toHaveLength(1);
  },
);
