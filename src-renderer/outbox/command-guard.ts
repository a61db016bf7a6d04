import { priorities } from '#shared/domain/order.ts';
import { workStatuses } from '#shared/domain/progress.ts';
import type { ScreenCommand } from './screen-command.ts';

/** Whether a value that lay on a disk is a command this page knows ([OBX6]). */
export function isScreenCommand(value: unknown): value is ScreenCommand {
  if (!isFields(value) || typeof value.kind !== 'string' || !isText(value.restaurantId)) return false;
  const fields = Object.hasOwn(shapes, value.kind) ? shapes[value.kind as ScreenCommand['kind']] : undefined;
  return fields !== undefined && Object.entries(fields).every(([name, isRight]) => isRight(value[name]));
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

type Guard = (value: unknown) => boolean;

/** What a date can be made of. */
export const isMoment: Guard = (value) => typeof value === 'number' && Math.abs(value) <= 8.64e15;

const isBoolean: Guard = (value) => typeof value === 'boolean';
const isOneOf =
  (words: readonly string[]): Guard =>
  (value) =>
    words.some((word) => word === value);
const isNullOr =
  (guard: Guard): Guard =>
  (value) =>
    value === null || guard(value);
const isListOf =
  (guard: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(guard);
const isTexts = isListOf(isText);
const isOrder: Guard = (value) => isFields(value) && isText(value.id) && Array.isArray(value.lines);

const isWhole: Guard = (value) => Number.isSafeInteger(value);
/** Nothing in what an earlier page has written. */
const isSight: Guard = (value) =>
  value === undefined || (isFields(value) && isMoment(value.atMs) && isListOf(isSeenLine)(value.lines));
const isSeenLine: Guard = (value) => isFields(value) && isText(value.id) && isWhole(value.turns);

const where = { orderId: isText, station: isNullOr(isText), lineIds: isNullOr(isTexts) };
const chosen = {
  orderId: isText,
  lineIds: isNullOr(isTexts),
  course: isNullOr((value) => typeof value === 'number'),
};

const shapes: Readonly<Record<ScreenCommand['kind'], Readonly<Record<string, Guard>>>> = {
  'order.place': { order: (value) => isFields(value) && Array.isArray(value.items) },
  'product.set-availability': { productId: isText, available: isBoolean },
  'order.set-status': { orderId: isText, status: isOneOf(workStatuses) },
  'line.set-status': {
    orderId: isText,
    lineId: isText,
    station: isNullOr(isText),
    status: isOneOf(workStatuses),
    seen: isSight,
  },
  'order.bump': { ...where, seen: isSight },
  'order.recall': { ...where, keepTimer: isBoolean },
  'order.acknowledge': { ...where, cooked: (value) => value === undefined || isBoolean(value), seen: isSight },
  'order.hold': chosen,
  'order.fire': chosen,
  'order.reroute': { ...where, station: isText, to: isText },
  'order.set-priority': { orderId: isText, priority: isOneOf(priorities) },
  'order.undo': { orderId: isText, of: isText, before: isOrder, after: isOrder },
};
