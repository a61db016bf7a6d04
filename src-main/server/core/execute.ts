import { decide } from '#shared/domain/decide.ts';
import { type Entity, entityOf, entityVersion } from '#shared/domain/entity.ts';
import type { DomainEvent } from '#shared/domain/event.ts';
import type { RestaurantId } from '#shared/domain/id.ts';
import { toProblem } from '#shared/errors/app-error.ts';
import { errorCatalogue } from '#shared/errors/catalogue.ts';
import { toWireEntity } from '#shared/protocol/wire-entity.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { CommittedEvent, EventRecord, OrderStore } from '../ports.ts';
import type { Answer, Made, Submission } from './submission.ts';

export type Outcome = { readonly answer: Answer; readonly events: readonly CommittedEvent[] };

/** One command inside the group's transaction: known answer, or decide and write ([CMD1], [GRP1]). */
export function execute(store: OrderStore, submission: Submission, nowMs: number): Outcome {
  const { caller, idempotency } = submission;
  if (!idempotency) return run(store, submission, nowMs);
  const key = { restaurantId: caller.restaurantId, subject: caller.subject, key: idempotency.key };
  const known = store.answerTo(key);
  if (known) return { answer: known.fingerprint === idempotency.fingerprint ? known : keyReused, events: [] };
  const outcome = run(store, submission, nowMs);
  const { answer, events } = outcome;
  const madeVersion = madeBy(events);
  store.rememberAnswer(key, { fingerprint: idempotency.fingerprint, ...answer, madeVersion }, nowMs);
  return outcome;
}

/** What an order takes from the stock belongs to the order. */
function madeBy(events: readonly CommittedEvent[]): number | null {
  const orders = events.filter(({ record }) => record.entity.kind === 'order');
  const [only, another] = orders.length > 0 ? orders : events;
  return only && !another ? entityVersion(only.record.entity) : null;
}

const keyReused = refusal({
  code: 'key_reused',
  detail: 'This Idempotency-Key came before with another request. Make a new key for a new request.',
});

/**
 * Six of the seven days that answers are remembered: a command that its sender had no answer for can come again in all
 * that time, and is never done twice ([OLD1]).
 */
const oldestMs = 6 * 24 * 60 * 60_000;

const tooOld = refusal({
  code: 'command_too_old',
  detail: 'This was wanted more than 6 days ago and never reached the kitchen. Nothing was changed.',
});

function run(store: OrderStore, submission: Submission, nowMs: number): Outcome {
  if (submission.madeAtMs !== null && nowMs - submission.madeAtMs > oldestMs) return { answer: tooOld, events: [] };
  const made = submission.make(store, nowMs);
  if ('refused' in made) return { answer: refusal(made.refused), events: [] };
  const view = store.view(submission.caller.restaurantId);
  const decision = decide(view, made.command, nowMs, submission.isSilent);
  if (!decision.ok) return { answer: refusal(decision.refusal), events: [] };
  const events = decision.events.map((event) => write(store, submission, event));
  return { answer: { status: submission.successStatus, body: bodyOf(store, submission, events) }, events };
}

function bodyOf(store: OrderStore, { told, current }: Submission, events: readonly CommittedEvent[]): string {
  if (told) return JSON.stringify(told(events));
  return events.at(-1)?.entityJson ?? JSON.stringify(current(store));
}

function refusal({ code, detail, errors }: Extract<Made, { refused: unknown }>['refused']): Answer {
  return { status: errorCatalogue[code].status, body: JSON.stringify(toProblem(code, detail, errors)) };
}

function write(store: OrderStore, { caller }: Submission, event: DomainEvent): CommittedEvent {
  const entity = entityOf(event);
  const entityJson = JSON.stringify(toWireEntity(entity));
  const record: EventRecord = {
    restaurantId: caller.restaurantId,
    type: event.type,
    entity,
    body: encode(event, entity.kind, caller.restaurantId, entityJson),
    actor: caller.subject,
    atMs: event.atMs,
  };
  return { seq: store.append(record), record, entityJson };
}

/** The entity is encoded once and serves log, answer, snapshot and every screen. */
function encode(event: DomainEvent, kind: Entity['kind'], restaurantId: RestaurantId, entityJson: string): string {
  const head = { type: event.type, restaurant_id: restaurantId, timestamp: toIso(event.atMs), data: event.data };
  return `${JSON.stringify(head).slice(0, -1)},"${kind}":${entityJson}}`;
}
