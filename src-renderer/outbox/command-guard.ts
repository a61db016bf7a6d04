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

const isBoolean: Guard = (value) => typeof value === 'boolean';
const isOneOf =
  (words: readonly string[]): Guard =>
  (value) =>
    words.some((word) => word === value);
const isNullOr =
  (guard: Guard): Guard =>
  (value) =>
    value === null || guard(value);
const isTexts: Guard = (value) => Array.isArray(value) && value.every(isText);
const isOrder: Guard = (value) => isFields(value) && isText(value.id) && Array.isArray(value.lines);

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
  },
  'order.bump': where,
  'order.recall': { ...where, keepTimer: isBoolean },
  'order.acknowledge': { ...where, cooked: (value) => value === undefined || isBoolean(value) },
  'order.hold': chosen,
  'order.fire': chosen,
  'order.reroute': { ...where, station: isText, to: isText },
  'order.set-priority': { orderId: isText, priority: isOneOf(priorities) },
  'order.undo': { orderId: isText, of: isText, before: isOrder, after: isOrder },
};
