import { type OrderSeqs, seqOf } from './order-seqs.ts';
import type { CommandAnswer, PendingCommand } from './pending-command.ts';

/**
 * How far a command has come ([DLV1]): on its way; safe on this device while the kitchen has it not; on the kitchen's
 * disk; shown by a board in the kitchen.
 */
export type Delivery = 'sending' | 'kept' | 'stored' | 'seen';

/** A command that has its answer, for the list of what was sent from this screen. */
export type SentCommand = Pick<PendingCommand, 'key' | 'command' | 'about' | 'madeAtMs'> & {
  readonly answer: CommandAnswer;
  /** Place in the log of an event that has the answer's version, or of a later one; null until it is known. */
  readonly seq: number | null;
  readonly seen: boolean;
};

export function deliveryOf(command: PendingCommand | SentCommand): Delivery {
  if ('seen' in command) return command.seen ? 'seen' : 'stored';
  if (command.answer) return 'stored';
  return command.kept ? 'kept' : 'sending';
}

/** `seenSeq`: everything up to it is shown by a board ([SEE1]). The very same list when nothing is new. */
export function followed(sent: readonly SentCommand[], seqs: OrderSeqs, seenSeq: number): readonly SentCommand[] {
  const next = sent.map((one) => (one.seen ? one : follow(one, seqs, seenSeq)));
  return next.every((one, index) => one === sent[index]) ? sent : next;
}

/** Once seen it stays seen: a server that has just started does not know yet what was. */
function follow(one: SentCommand, seqs: OrderSeqs, seenSeq: number): SentCommand {
  const newest = seqOf(seqs, one.answer.orderId);
  const seq = one.seq ?? (newest && newest.version >= one.answer.version ? newest.seq : null);
  const seen = seq !== null && seenSeq >= seq;
  return seq === one.seq && seen === one.seen ? one : { ...one, seq, seen };
}

/** A tap that takes longer than a moment is said, so that nobody believes it lost or done. */
const sendingTakesMs = 3000;

/**
 * How many have no answer for longer than that. One from the future was made when the clock said something else: for
 * all we know it waits for long, and a calm screen would hide it until that time has come.
 */
export function lateIn(pending: readonly PendingCommand[], nowMs: number): number {
  return pending.filter(({ answer, madeAtMs }) => answer === null && Math.abs(nowMs - madeAtMs) > sendingTakesMs)
    .length;
}

/** How long, and how many, a person may want to look back. */
export const lookBackMs = 5 * 60_000;
const mostSent = 50;

export function addSent(sent: readonly SentCommand[], one: PendingCommand, answer: CommandAnswer) {
  const { key, command, about, madeAtMs } = one;
  const young = sent.filter((other) => other.key !== key && answer.atMs - other.answer.atMs < lookBackMs);
  const added: SentCommand = { key, command, about, madeAtMs, answer, seq: null, seen: false };
  return [...young, added].slice(-mostSent);
}
