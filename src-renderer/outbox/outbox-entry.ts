import type { Objection } from '../link/answer.ts';
import type { Outgoing } from '../link/commands.ts';
import { isFields, isScreenCommand, isText } from './command-guard.ts';
import type { ScreenCommand } from './screen-command.ts';

/** Whose command it is. A key belongs to a person of a restaurant ([ID2]): sent by another it could be done twice. */
export type Owner = { readonly restaurantId: string; readonly userId: string; readonly name: string };

/** What was tapped, as it was called then: the order may be gone when the answer comes. */
export type About = {
  /** `T 5 · A42`; empty when nobody knew. */
  readonly ticket: string;
  /** The dish, when it was one line only. */
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
  if (!isFields(row) || !isText(row.key) || !isText(row.lane)) return undefined;
  if (typeof row.madeAtMs !== 'number' || !Number.isFinite(row.madeAtMs)) return undefined;
  const isWhole =
    isRequest(row.request) &&
    isScreenCommand(row.command) &&
    isAbout(row.about) &&
    isOwner(row.owner) &&
    isObjection(row.objection);
  return isWhole ? (row as OutboxEntry) : undefined;
}

const methods: readonly unknown[] = ['POST', 'PATCH'];

function isRequest(value: unknown): boolean {
  return isFields(value) && methods.includes(value.method) && isText(value.path) && value.path.startsWith('/');
}

const isAbout = (value: unknown) =>
  isFields(value) && typeof value.ticket === 'string' && (value.line === null || typeof value.line === 'string');

const isOwner = (value: unknown) =>
  isFields(value) && isText(value.restaurantId) && isText(value.userId) && typeof value.name === 'string';

const isObjection = (value: unknown) =>
  value === null ||
  (isFields(value) && isText(value.code) && typeof value.title === 'string' && typeof value.detail === 'string');
