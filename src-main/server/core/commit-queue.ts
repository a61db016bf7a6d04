import type { Logger } from 'pino';
import { AppError } from '#shared/errors/app-error.ts';
import {
  type Clock,
  type CommandEnd,
  type CommittedEvent,
  type Fanout,
  type Meter,
  type OrderStore,
  TransactionLost,
} from '../ports.ts';
import { execute, type Outcome } from './execute.ts';
import { notStored } from './not-stored.ts';
import type { Answer, Submission } from './submission.ts';

export type CommitQueueDeps = {
  readonly store: OrderStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told after COMMIT has returned, before the senders are answered ([GRP2]). */
  readonly fanout: Fanout;
  readonly meter: Meter;
};

/** The only way to change anything. */
export interface CommitQueue {
  /** Resolves when the change is on disk; rejects with `AppError` `not_stored` or `stopping` when it is not. */
  submit(submission: Submission): Promise<Answer>;
  /** Takes nothing new and finishes what is waiting. */
  stop(): void;
}

type Waiting = { readonly submission: Submission; resolve(answer: Answer): void; reject(error: Error): void };
type Result = { readonly outcome: Outcome } | { readonly error: Error };

/** Bounds how long one transaction keeps the loop from everything else. */
const largestGroup = 128;

/**
 * Group commit: commands that arrive in one turn of the event loop share a transaction and its one fsync, each in a
 * savepoint of its own, so that one that fails leaves its neighbours alone ([GRP1]).
 */
export function createCommitQueue(deps: CommitQueueDeps): CommitQueue {
  const waiting: Waiting[] = [];
  let scheduled: NodeJS.Immediate | undefined;
  let stopped = false;

  function schedule(): void {
    scheduled ??= setImmediate(flush);
  }

  function flush(): void {
    scheduled = undefined;
    const group = waiting.splice(0, largestGroup);
    if (waiting.length > 0) schedule();
    settle(deps, group);
  }

  return {
    submit: (submission) => {
      if (stopped) return Promise.reject(new AppError('stopping'));
      return new Promise((resolve, reject) => {
        waiting.push({ submission, resolve, reject });
        schedule();
      });
    },
    stop: () => {
      stopped = true;
      if (scheduled) clearImmediate(scheduled);
      while (waiting.length > 0) flush();
      if (scheduled) clearImmediate(scheduled);
    },
  };
}

/** Whatever happens here, everybody in the group is answered. */
function settle(deps: CommitQueueDeps, group: readonly Waiting[]): void {
  try {
    const results = commit(deps, group);
    const events = results.flatMap((result) => ('outcome' in result ? result.outcome.events : []));
    if (events.length > 0) tell(deps, events);
    for (const [index, result] of results.entries()) answer(group[index], result);
    for (const result of results) deps.meter.ended(endOf(result));
  } catch (error) {
    for (const one of group) one.reject(notStored(error) ?? new AppError('not_stored'));
    for (const _ of group) deps.meter.ended('failed');
    deps.log.error({ err: error, commands: group.length }, 'a group of commands could not be stored');
  }
}

/** The change is on disk: whatever a screen's connection does wrong, its sender is answered. */
function tell({ fanout, log }: CommitQueueDeps, events: readonly CommittedEvent[]): void {
  try {
    fanout.committed(events);
  } catch (error) {
    log.error({ err: error }, 'the screens could not be told of a commit');
  }
}

/** Each command's result. Throws when none of the group is stored ([GRP2]). */
function commit({ store, clock, log, meter }: CommitQueueDeps, group: readonly Waiting[]): readonly Result[] {
  const results: Result[] = [];
  const work = () => {
    const nowMs = clock.nowMs();
    for (const { submission } of group) results.push(attempt(store, submission, nowMs, log));
  };
  meter.transaction(group.length, () => store.transaction(work));
  return results;
}

function attempt(store: OrderStore, submission: Submission, nowMs: number, log: Logger): Result {
  try {
    return { outcome: store.savepoint(() => execute(store, submission, nowMs)) };
  } catch (error) {
    if (error instanceof TransactionLost) throw error;
    log.error({ err: error }, 'a command failed; the others of its group go on');
    return { error: notStored(error) ?? new AppError('internal') };
  }
}

function answer(waiting: Waiting | undefined, result: Result): void {
  if ('outcome' in result) waiting?.resolve(result.outcome.answer);
  else waiting?.reject(result.error);
}

function endOf(result: Result): CommandEnd {
  if ('error' in result) return 'failed';
  const { answer, events } = result.outcome;
  if (answer.status >= 400) return 'refused';
  return events.length > 0 ? 'stored' : 'unchanged';
}
