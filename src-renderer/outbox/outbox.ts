import type { Objection } from '../link/answer.ts';
import type { Timers } from '../link/timers.ts';
import { type OutboxEntry, readEntry } from './outbox-entry.ts';

/** Why a device keeps nothing over a reload. */
export type OutboxTrouble =
  /** The browser has no storage for pages, or denies it. */
  | 'missing'
  | 'full'
  /** A newer version of this page has rebuilt the storage. */
  | 'newer'
  /** An older version of this page, open elsewhere, does not let go of it. */
  | 'blocked'
  | 'broken';

export type OutboxChange =
  | { readonly kind: 'keep'; readonly entry: OutboxEntry }
  | { readonly kind: 'refuse'; readonly key: string; readonly objection: Objection }
  | { readonly kind: 'forget'; readonly key: string }
  /** A row that no key leads to. */
  | { readonly kind: 'drop'; readonly n: number };

/** `n` grows with every row: the order in which they were written. */
export type OutboxRow = { readonly n: number; readonly value: unknown };

/** The device's disk, as the outbox needs it. Never rejects, but may never answer. */
export interface OutboxStore {
  /** All rows, oldest first. */
  read(): Promise<readonly OutboxRow[] | OutboxTrouble>;
  /**
   * All of them or none, in one transaction; `done` once they would survive a power cut. Keeping a key that is there
   * already and changing one that is not are nothing.
   */
  write(changes: readonly OutboxChange[]): Promise<'done' | OutboxTrouble>;
}

export type OutboxListeners = {
  /** These survive a reload from now on ([OBX3]). */
  kept(keys: readonly string[]): void;
  /** Null when the disk takes everything again. */
  trouble(trouble: OutboxTrouble | null): void;
};

export type Loaded = {
  /** Oldest first, everybody's. */
  readonly entries: readonly OutboxEntry[];
  readonly unreadable: number;
  /** False when the disk could not be read: there may be more on it, so ask again. */
  readonly isWhole: boolean;
};

/** Commands between the tap and the answer, over reloads where the device can, else as long as the page is open ([OBX7]). */
export interface Outbox {
  keep(entry: OutboxEntry): void;
  refuse(key: string, objection: Objection): void;
  forget(keys: readonly string[]): void;
  /** What is on the device and what waits to be put there. */
  load(): Promise<Loaded>;
  discardUnreadable(): void;
}

const retryMs = 5000;
/** A disk that has not answered by then is said not to, whatever it does later. */
const answersWithinMs = 10_000;

/**
 * Every change goes through one queue and leaves it when it is on disk. So the disk has the entries in the order they
 * were made, also after it was full for a while, and without a disk the queue itself is the memory.
 */
export function createOutbox(
  store: OutboxStore | undefined,
  timers: Pick<Timers, 'after'>,
  listeners: OutboxListeners,
): Outbox {
  let queue: readonly OutboxChange[] = [];
  /** How many at the front of the queue are being written. */
  let writing = 0;
  let unreadable: readonly number[] = [];
  let cancelRetry: () => void = () => undefined;
  let lastTrouble: OutboxTrouble | undefined;

  function add(change: OutboxChange): void {
    queue = [...queue.slice(0, writing), ...compacted(queue.slice(writing), change)];
    void flush();
  }

  async function flush(): Promise<void> {
    if (!store || writing > 0 || queue.length === 0) return;
    cancelRetry();
    const batch = queue;
    writing = batch.length;
    const cancelTelling = timers.after(answersWithinMs, () => listeners.trouble(lastTrouble ?? 'broken'));
    const outcome = await store.write(batch);
    cancelTelling();
    writing = 0;
    lastTrouble = outcome === 'done' ? undefined : outcome;
    if (outcome !== 'done') {
      listeners.trouble(outcome);
      cancelRetry = timers.after(retryMs, () => void flush());
      return;
    }
    queue = queue.slice(batch.length);
    listeners.trouble(null);
    listeners.kept(batch.flatMap((change) => (change.kind === 'keep' ? [change.entry.key] : [])));
    return flush();
  }

  function load(): Promise<Loaded> {
    const reading = store ? store.read() : Promise.resolve('missing' as const);
    return new Promise((resolve) => {
      const cancel = timers.after(answersWithinMs, () => resolve(loadedFrom('broken')));
      void reading.then((rows) => {
        cancel();
        resolve(loadedFrom(rows));
      });
    });
  }

  /** In the very turn in which the read ends: then a change is either in what was read or still in the queue. */
  function loadedFrom(rows: readonly OutboxRow[] | OutboxTrouble): Loaded {
    if (typeof rows === 'string') {
      listeners.trouble(rows);
      return { entries: overlaid([], queue), unreadable: 0, isWhole: store === undefined };
    }
    const read = rows.map(({ n, value }) => ({ n, entry: readEntry(value) }));
    unreadable = read.flatMap(({ n, entry }) => (entry ? [] : [n]));
    const onDisk = read.flatMap(({ entry }) => (entry ? [entry] : []));
    if (queue.length === 0) listeners.trouble(null);
    listeners.kept(onDisk.map(({ key }) => key));
    return { entries: overlaid(onDisk, queue), unreadable: unreadable.length, isWhole: true };
  }

  return {
    keep: (entry) => add({ kind: 'keep', entry }),
    refuse: (key, objection) => add({ kind: 'refuse', key, objection }),
    forget: (keys) => {
      for (const key of keys) add({ kind: 'forget', key });
    },
    load,
    discardUnreadable: () => {
      for (const n of unreadable) add({ kind: 'drop', n });
      unreadable = [];
    },
  };
}

/** What was made and answered before the disk knew of it needs no disk. */
function compacted(queue: readonly OutboxChange[], change: OutboxChange): readonly OutboxChange[] {
  if (change.kind !== 'forget') return [...queue, change];
  const left = queue.filter((one) => keyOf(one) !== change.key);
  return queue.some((one) => one.kind === 'keep' && one.entry.key === change.key) ? left : [...left, change];
}

function keyOf(change: OutboxChange): string | undefined {
  if (change.kind === 'drop') return undefined;
  return change.kind === 'keep' ? change.entry.key : change.key;
}

function overlaid(onDisk: readonly OutboxEntry[], queue: readonly OutboxChange[]): readonly OutboxEntry[] {
  const entries = new Map(onDisk.map((entry) => [entry.key, entry]));
  for (const change of queue) {
    if (change.kind === 'keep' && !entries.has(change.entry.key)) entries.set(change.entry.key, change.entry);
    if (change.kind === 'forget') entries.delete(change.key);
    const known = change.kind === 'refuse' ? entries.get(change.key) : undefined;
    if (known && change.kind === 'refuse') entries.set(change.key, { ...known, objection: change.objection });
  }
  return [...entries.values()];
}
