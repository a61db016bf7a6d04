import type { Objection } from '../link/answer.ts';
import type { Outgoing } from '../link/commands.ts';
import { isScreenCommand } from './command-guard.ts';
import { isFields, isMoment, isNullOr, isOneOf, isShape, isString, isText, isUnsetOr } from './guard.ts';
import type { ScreenCommand } from './screen-command.ts';

/** Whose command it is. A key belongs to a person of a restaurant ([ID2]): sent by another it could be done twice. */
export type Owner = { readonly restaurantId: string; readonly userId: string; readonly name: string };

/** What was tapped, as it was called then: the order may be gone when the answer comes. */
export type About = {
  /** `T 5 · A42`; empty when nobody knew, and for a dish of the menu. */
  readonly ticket: string;
  /** The dish, when it was one line only, or one of the menu. */
  readonly line: string | null;
};

/** A command as it lies on the device until it is answered: plain JSON, never changed but for the objection. */
export type OutboxEntry = Outgoing & {
  readonly command: ScreenCommand;
  readonly about: About;
  /** When it was made, on the kitchen's clock. */
  readonly madeAtMs: number;
  readonly owner: Owner;
  /** Null while it waits; else it was refused and stays until a person has read why ([OBX4]). */
  readonly objection: Objection | null;
};

/** `undefined` for what another program or a broken disk has put there ([OBX6]). */
export function readEntry(row: unknown): OutboxEntry | undefined {
  return isRow(row) ? (row as OutboxEntry) : undefined;
}

const isRow = isShape({
  key: isText,
  lane: isText,
  request: isShape({
    method: isOneOf(['POST', 'PATCH']),
    path: (value) => isText(value) && value.startsWith('/'),
    body: isUnsetOr(isFields),
  }),
  command: isScreenCommand,
  about: isShape({ ticket: isString, line: isNullOr(isString) }),
  madeAtMs: isMoment,
  owner: isShape({ restaurantId: isText, userId: isText, name: isString }),
  objection: isNullOr(isShape({ code: isText, title: isString, detail: isString })),
});
