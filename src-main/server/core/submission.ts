import type { Command } from '#shared/domain/command.ts';
import type { Refusal } from '#shared/domain/decision.ts';
import type { FieldError } from '#shared/errors/app-error.ts';
import type { Caller, CommittedEvent, OrderStore } from '../ports.ts';

/** A command on its way into the transaction. */
export type Submission = {
  readonly caller: Caller;
  /** `undefined` when the sender gave no Idempotency-Key: then a repeat is a second command. */
  readonly idempotency: { readonly key: string; readonly fingerprint: string } | undefined;
  /** When the person wanted it, by the kitchen's clock; null when the sender does not say ([OLD1]). */
  readonly madeAtMs: number | null;
  /** No screen is to ring for it ([CHM10]). */
  readonly isSilent?: boolean | undefined;
  /** Status of the answer when it is taken: 201 for something new, else 200. */
  readonly successStatus: 200 | 201;
  /** Makes the command inside the transaction, where menu and numbers cannot change under it. */
  make(store: OrderStore, nowMs: number): Made;
  /** The entity that the answer shows when the command changed nothing. */
  current(store: OrderStore): unknown;
  /** What is answered where that is not the last entity that was changed. */
  readonly told?: ((events: readonly CommittedEvent[]) => unknown) | undefined;
};

/** What a door knows of a request beside its content. */
export type RequestMark = Pick<Submission, 'idempotency' | 'madeAtMs' | 'isSilent'> & {
  /** From `If-Match`: only this version may be changed. */
  readonly ifVersion: number | undefined;
};

export function submissionOf(
  caller: Caller,
  { idempotency, madeAtMs, isSilent }: RequestMark,
  what: Pick<Submission, 'successStatus' | 'make' | 'current' | 'told'>,
): Submission {
  return { caller, idempotency, madeAtMs, isSilent, ...what };
}

export type Made =
  | { readonly command: Command }
  | { readonly refused: Refusal & { readonly errors?: readonly FieldError[] } };

/** What a request says that cannot be, field by field. */
export function refusedFields(errors: readonly FieldError[]): Extract<Made, { refused: unknown }> {
  const [first] = errors;
  return { refused: { code: 'invalid', detail: `${first?.path}: ${first?.reason}`, errors } };
}

/** What the sender is told, once it is on disk. `body` is JSON text. */
export type Answer = { readonly status: number; readonly body: string };
