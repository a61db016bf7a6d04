import type { Objection } from '../link/answer.ts';
import type { Person } from '../link/session.ts';
import type { Loaded, OutboxTrouble } from '../outbox/outbox.ts';
import type { OutboxEntry, Owner } from '../outbox/outbox-entry.ts';
import { isOnOrder } from '../outbox/screen-command.ts';
import type { Notice, ScreenState } from './screen-state.ts';

/** What somebody else has left on this device ([OBX5]). */
export type LeftByOther = { readonly userId: string; readonly name: string; readonly count: number };

/** What the screen says of the device's own memory. */
export type KeptState = {
  /** Null while changes survive a reload; else why they do not ([OBX7]). */
  readonly trouble: OutboxTrouble | null;
  readonly byOthers: readonly LeftByOther[];
  /** Rows that this page cannot read ([OBX6]). */
  readonly unreadable: number;
};

export const nothingKept: KeptState = { trouble: null, byOthers: [], unreadable: 0 };

export const ownerOf = ({ restaurantId, userId, displayName }: Person): Owner => ({
  restaurantId,
  userId,
  name: displayName,
});

/** Nobody is at the screen before and after somebody is signed in. */
export function personAt({ session }: ScreenState): Person | undefined {
  return session.phase === 'signed-in' || session.phase === 'choosing-password' ? session.person : undefined;
}

const isOf = (person: Person | undefined, { owner }: OutboxEntry) =>
  person !== undefined && owner.userId === person.userId && owner.restaurantId === person.restaurantId;

/** Those of the person at the screen, oldest first. */
export function entriesOf(person: Person | undefined, { entries }: Loaded): readonly OutboxEntry[] {
  return entries.filter((entry) => isOf(person, entry));
}

export function leftByOthers(person: Person | undefined, { entries }: Loaded): readonly LeftByOther[] {
  const others = new Map<string, LeftByOther>();
  for (const { owner, objection } of entries.filter((entry) => !isOf(person, entry))) {
    const count = (others.get(owner.userId)?.count ?? 0) + (objection ? 0 : 1);
    others.set(owner.userId, { userId: owner.userId, name: owner.name, count });
  }
  return [...others.values()].filter(({ count }) => count > 0);
}

/** A refusal, where the person looks. `isBack`: its ticket stands on the board again. */
export function noticeOf(entry: OutboxEntry, objection: Objection, isBack: boolean): Notice {
  const { key, command, about, madeAtMs } = entry;
  const orderId = isOnOrder(command) ? command.orderId : null;
  return { id: key, orderId, command, madeAtMs, ...about, isBack, objection };
}
