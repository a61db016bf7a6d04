import { orderId, restaurantId } from '#shared/domain/id.ts';
import { sendingOf } from '../../src-renderer/outbox/command-request.ts';
import type { OutboxChange, OutboxRow, OutboxStore, OutboxTrouble } from '../../src-renderer/outbox/outbox.ts';
import type { OutboxEntry } from '../../src-renderer/outbox/outbox-entry.ts';
import type { ScreenCommand } from '../../src-renderer/outbox/screen-command.ts';

/** A disk in the test's hand: what is on it outlives the page that wrote it. */
export type DiskInHand = OutboxStore & {
  rows: OutboxRow[];
  /** What the next writes and reads end with; `done` lets them through. */
  outcome: 'done' | OutboxTrouble;
  /** Writes wait while it is true. */
  holds: boolean;
  /** Reads never end while it is true. */
  readsHang: boolean;
  /** Lets the writes that wait go through, and the next ones. */
  release(): void;
  readonly writes: OutboxChange[][];
};

export function createDisk(values: readonly unknown[] = []): DiskInHand {
  let waiting: (() => void)[] = [];
  let made = values.length;
  const disk: DiskInHand = {
    rows: values.map((value, index) => ({ n: index + 1, value })),
    outcome: 'done',
    holds: false,
    readsHang: false,
    writes: [],
    release: () => {
      disk.holds = false;
      for (const go of waiting) go();
      waiting = [];
    },
    read: async () => {
      if (disk.readsHang) await new Promise(() => undefined);
      return disk.outcome === 'done' ? [...disk.rows] : disk.outcome;
    },
    write: async (changes) => {
      if (disk.holds) await new Promise<void>((resolve) => waiting.push(resolve));
      if (disk.outcome !== 'done') return disk.outcome;
      disk.writes.push([...changes]);
      for (const change of changes) disk.rows = changed(disk.rows, change, () => ++made);
      return 'done';
    },
  };
  return disk;
}

function changed(rows: readonly OutboxRow[], change: OutboxChange, nextN: () => number): OutboxRow[] {
  if (change.kind === 'drop') return rows.filter(({ n }) => n !== change.n);
  const key = change.kind === 'keep' ? change.entry.key : change.key;
  const isIt = ({ value }: OutboxRow) => (value as OutboxEntry).key === key;
  if (change.kind === 'keep') return rows.some(isIt) ? [...rows] : [...rows, { n: nextN(), value: change.entry }];
  if (change.kind === 'forget') return rows.filter((row) => !isIt(row));
  return rows.map((row) =>
    isIt(row) ? { n: row.n, value: { ...(row.value as OutboxEntry), objection: change.objection } } : row,
  );
}

const manager = { restaurantId: 'main', userId: 'admin', name: 'Manager' };

export function buildEntry(key: string, change: Partial<OutboxEntry> = {}): OutboxEntry {
  const command: ScreenCommand = {
    kind: 'order.set-status',
    restaurantId: restaurantId('main'),
    orderId: orderId('1'),
    status: 'completed',
  };
  const madeAtMs = Date.UTC(2026, 10, 21, 12);
  const about = { ticket: 'A1', line: null };
  return {
    key,
    ...sendingOf(command, key, madeAtMs),
    command,
    about,
    madeAtMs,
    owner: manager,
    objection: null,
    ...change,
  };
}

export const no = { code: 'order_closed', title: 'Closed', detail: 'The order is closed.' };
