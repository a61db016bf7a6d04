import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildEntry, createDisk, type DiskInHand, no } from '../../test/harness/outbox-kit.ts';
import { createManualTimers, settled } from '../../test/harness/screen-kit.ts';
import { createOutbox } from './outbox.ts';

function outboxOn(disk: DiskInHand | undefined) {
  const timers = createManualTimers();
  const kept: string[] = [];
  const troubles: unknown[] = [];
  const outbox = createOutbox(disk, timers, {
    kept: (keys) => kept.push(...keys),
    trouble: (trouble) => troubles.push(trouble),
  });
  return { outbox, timers, kept, troubles };
}

const keysOn = (disk: DiskInHand) => disk.rows.map(({ value }) => (value as { key: string }).key);
const keysIn = async ({ outbox }: ReturnType<typeof outboxOn>) => (await outbox.load()).entries.map(({ key }) => key);

test('[OBX3] an entry is kept once the disk has it, not before', async () => {
  const disk = createDisk();
  disk.holds = true;
  const hand = outboxOn(disk);
  hand.outbox.keep(buildEntry('k1'));
  await settled();
  expect(hand.kept).toEqual([]);
  disk.release();
  await settled();
  expect(hand.kept).toEqual(['k1']);
  expect(hand.troubles).toEqual([null]);
});

test('[OBX2] another page finds them in the order they were made, and they count as kept', async () => {
  const disk = createDisk();
  const { outbox } = outboxOn(disk);
  for (const key of ['k1', 'k2', 'k3']) outbox.keep(buildEntry(key));
  await settled();
  const next = outboxOn(disk);
  expect((await next.outbox.load()).entries).toEqual([buildEntry('k1'), buildEntry('k2'), buildEntry('k3')]);
  expect(next.kept).toEqual(['k1', 'k2', 'k3']);
});

test('[OBX7] while the disk is full nothing is lost, nothing is called kept, and the order holds when it has room', async () => {
  const disk = createDisk();
  const hand = outboxOn(disk);
  disk.outcome = 'full';
  hand.outbox.keep(buildEntry('k1'));
  hand.outbox.keep(buildEntry('k2'));
  await settled();
  expect(hand.troubles.at(-1)).toBe('full');
  disk.outcome = 'done';
  hand.outbox.keep(buildEntry('k3'));
  await settled();
  expect(keysOn(disk)).toEqual(['k1', 'k2', 'k3']);
  expect(hand.kept).toEqual(['k1', 'k2', 'k3']);
  expect(hand.troubles.at(-1)).toBeNull();
});

test('[OBX7] a disk that never answers is said not to keep anything, until it does', async () => {
  const disk = createDisk();
  disk.holds = true;
  const hand = outboxOn(disk);
  hand.outbox.keep(buildEntry('k1'));
  await settled();
  hand.timers.advance(10_000);
  expect(hand.troubles).toEqual(['broken']);
  disk.release();
  await settled();
  expect(hand.troubles.at(-1)).toBeNull();
  expect(hand.kept).toEqual(['k1']);
});

test('[OBX8] a trouble that has a name keeps it while the disk says nothing more', async () => {
  const disk = createDisk();
  disk.outcome = 'blocked';
  const hand = outboxOn(disk);
  hand.outbox.keep(buildEntry('k1'));
  await settled();
  disk.holds = true;
  hand.timers.advance(5000);
  await settled();
  hand.timers.advance(10_000);
  expect(new Set(hand.troubles)).toEqual(new Set(['blocked']));
});

test('[OBX7] a disk that never gives back what is on it does not take the page along', async () => {
  const disk = createDisk([buildEntry('k1')]);
  disk.readsHang = true;
  const hand = outboxOn(disk);
  hand.outbox.keep(buildEntry('k2'));
  await settled();
  const loading = hand.outbox.load();
  hand.timers.advance(10_000);
  expect(await loading).toMatchObject({ entries: [], isWhole: false });
  expect(hand.troubles.at(-1)).toBe('broken');
});

test('[OBX7] a disk in trouble is tried again without another tap', async () => {
  const disk = createDisk();
  const { outbox, timers, kept } = outboxOn(disk);
  disk.outcome = 'broken';
  outbox.keep(buildEntry('k1'));
  await settled();
  disk.outcome = 'done';
  timers.advance(5000);
  await settled();
  expect(kept).toEqual(['k1']);
});

test('[OBX7] without a disk everything is in memory, and the trouble has a name', async () => {
  const hand = outboxOn(undefined);
  hand.outbox.keep(buildEntry('k1'));
  hand.outbox.keep(buildEntry('k2'));
  hand.outbox.refuse('k2', no);
  hand.outbox.forget(['k1']);
  expect((await hand.outbox.load()).entries).toEqual([buildEntry('k2', { objection: no })]);
  expect(hand.troubles).toEqual(['missing']);
  expect(hand.kept).toEqual([]);
});

test('[OBX7] a disk that cannot be read leaves what this page has made', async () => {
  const disk = createDisk([buildEntry('old')]);
  disk.outcome = 'newer';
  const hand = outboxOn(disk);
  hand.outbox.keep(buildEntry('k1'));
  expect(await keysIn(hand)).toEqual(['k1']);
  expect(hand.troubles).toContain('newer');
});

test('[OBX3] what is answered before the disk knew of it never goes there', async () => {
  const disk = createDisk();
  disk.holds = true;
  const { outbox } = outboxOn(disk);
  outbox.keep(buildEntry('first'));
  outbox.keep(buildEntry('k1'));
  outbox.forget(['k1']);
  disk.release();
  await settled();
  expect(disk.writes.flat()).toEqual([{ kind: 'keep', entry: buildEntry('first') }]);
});

test('[OBX3] answered while it is being written, it is removed afterwards', async () => {
  const disk = createDisk();
  disk.holds = true;
  const { outbox } = outboxOn(disk);
  outbox.keep(buildEntry('k1'));
  await settled();
  outbox.forget(['k1']);
  disk.release();
  await settled();
  expect(disk.rows).toEqual([]);
});

test('[OBX4] a refusal that another tab has dismissed already does not bring the entry back', async () => {
  const disk = createDisk([buildEntry('k1')]);
  const [one, other] = [outboxOn(disk), outboxOn(disk)];
  one.outbox.forget(['k1']);
  await settled();
  other.outbox.refuse('k1', no);
  await settled();
  expect(disk.rows).toEqual([]);
});

test('[OBX6] rows of somebody else are counted and left alone, until a person discards them', async () => {
  const disk = createDisk(['nonsense', buildEntry('k1'), { key: 'k2' }]);
  const { outbox } = outboxOn(disk);
  expect(await outbox.load()).toEqual({ entries: [buildEntry('k1')], unreadable: 2, isWhole: true });
  expect(disk.rows).toHaveLength(3);
  outbox.discardUnreadable();
  await settled();
  expect(keysOn(disk)).toEqual(['k1']);
});

/** What a person does, and what the disk does meanwhile. */
const anyStep = fc.oneof(
  fc.record({ do: fc.constant('keep' as const) }),
  fc.record({ do: fc.constantFrom('forget' as const, 'refuse' as const), nth: fc.nat(20) }),
  fc.record({ do: fc.constant('disk' as const), outcome: fc.constantFrom('done', 'full', 'broken') }),
  fc.record({ do: fc.constantFrom('hold' as const, 'release' as const, 'turn' as const, 'wait' as const) }),
);

test('[OBX2] [OBX7] whatever the disk does, a page knows all it was told, and the disk knows it in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 60 }), async (steps) => {
      const disk = createDisk();
      const hand = outboxOn(disk);
      const model = new Map<string, boolean>();
      let made = 0;
      for (const step of steps) {
        const key = 'nth' in step ? `k${step.nth}` : '';
        if (step.do === 'keep') {
          hand.outbox.keep(buildEntry(`k${made}`));
          model.set(`k${made++}`, false);
        } else if (step.do === 'forget') {
          hand.outbox.forget([key]);
          model.delete(key);
        } else if (step.do === 'refuse') {
          hand.outbox.refuse(key, no);
          if (model.has(key)) model.set(key, true);
        } else if (step.do === 'disk') disk.outcome = step.outcome as DiskInHand['outcome'];
        else if (step.do === 'hold') disk.holds = true;
        else if (step.do === 'release') disk.release();
        else if (step.do === 'wait') hand.timers.advance(5000);
        else await settled();
      }
      const wanted = [...model].map(([key, isRefused]) => buildEntry(key, isRefused ? { objection: no } : {}));
      if (disk.outcome === 'done') expect((await hand.outbox.load()).entries).toEqual(wanted);
      disk.outcome = 'done';
      disk.release();
      await settled();
      hand.timers.advance(5000);
      await settled();
      expect(disk.rows.map(({ value }) => value)).toEqual(wanted);
      expect(new Set(hand.kept).size).toBeGreaterThanOrEqual(wanted.length);
    }),
    { numRuns: 200 },
  );
});
