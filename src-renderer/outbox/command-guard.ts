import { paymentStatuses, priorities } from '#shared/domain/order.ts';
import { workStatuses } from '#shared/domain/progress.ts';
import {
  type Fields,
  type Guard,
  isBoolean,
  isFields,
  isListOf,
  isMoment,
  isNullOr,
  isOneOf,
  isShape,
  isString,
  isText,
  isUnsetOr,
  isWhole,
} from './guard.ts';
import { isContentPart, isOrder } from './order-guard.ts';
import type { ScreenCommand } from './screen-command.ts';

/** Whether a value that lay on a disk is a command this page knows ([OBX6]). */
export function isScreenCommand(value: unknown): value is ScreenCommand {
  if (!isFields(value) || typeof value.kind !== 'string' || !isText(value.restaurantId)) return false;
  const fields = Object.hasOwn(shapes, value.kind) ? shapes[value.kind as ScreenCommand['kind']] : undefined;
  return fields !== undefined && isShape(fields)(value) && isOfOneOrder(value);
}

/** An undo that remembers another order than its own would put that one on the board. */
function isOfOneOrder({ kind, orderId, before, after }: Fields): boolean {
  return kind !== 'order.undo' || [before, after].every((order) => isFields(order) && order.id === orderId);
}

const isTexts = isListOf(isText);
/** An earlier page wrote none. */
const isSight = isUnsetOr(isShape({ atMs: isMoment, lines: isListOf(isShape({ id: isText, turns: isWhole })) }));

const where = { orderId: isText, station: isNullOr(isText), lineIds: isNullOr(isTexts) };
const chosen = { ...where, course: isNullOr(isWhole) };

const isText0 = isUnsetOr(isNullOr(isString));
const isWhole0 = isUnsetOr(isNullOr(isWhole));
const isModifier = (value: unknown) => isText(value) || isShape({ name: isText })(value);

/** What a refused one is rung in by anew ([RNG2]). */
const isItem = isShape({
  menu_item_id: isText0,
  quantity: isUnsetOr(isWhole),
  modifiers: isUnsetOr(isListOf(isModifier)),
  notes: isText0,
  seat: isWhole0,
  course: isWhole0,
  allergens: isUnsetOr(isNullOr(isListOf(isString))),
});
const aboutOrder = {
  type: isText,
  table_number: isUnsetOr(isNullOr((value) => isString(value) || isWhole(value))),
  covers: isWhole0,
  customer_name: isText0,
  customer_phone: isText0,
  notes: isText0,
};

const shapes: Readonly<Record<ScreenCommand['kind'], Readonly<Record<string, Guard>>>> = {
  'order.place': { order: isShape({ ...aboutOrder, items: isListOf(isItem) }) },
  'product.set-availability': { productId: isText, available: isBoolean },
  'order.set-status': { orderId: isText, status: isOneOf(workStatuses) },
  'order.ship': { orderId: isText, seen: isSight },
  'order.deliver': { orderId: isText, seen: isSight },
  'line.set-status': {
    orderId: isText,
    lineId: isText,
    station: isNullOr(isText),
    status: isOneOf(workStatuses),
    seen: isSight,
  },
  'order.bump': { ...where, seen: isSight },
  'order.recall': { ...where, keepTimer: isBoolean, seen: isSight },
  'order.acknowledge': { ...where, cooked: isUnsetOr(isBoolean), seen: isSight },
  'order.hold': chosen,
  'order.fire': chosen,
  'order.reroute': { ...where, station: isText, to: isText },
  'order.set-priority': { orderId: isText, priority: isOneOf(priorities) },
  'order.add-items': { orderId: isText, items: isListOf(isItem), selfOrder: isUnsetOr(isText) },
  'order.split-items': {
    orderId: isText,
    items: isListOf(isShape({ id: isText, quantity: isWhole })),
    tableNumber: isNullOr(isText),
  },
  'line.void': { orderId: isText, lineId: isText, reason: isNullOr(isString) },
  'line.change': { orderId: isText, lineId: isText, change: isContentPart },
  'order.transfer': { orderId: isText, tableNumber: isNullOr(isText) },
  'order.set-payment': {
    orderId: isText,
    status: isOneOf(paymentStatuses),
    method: isUnsetOr(isNullOr(isString)),
  },
  'order.cancel': { orderId: isText, reason: isNullOr(isString) },
  'order.merge': { orderId: isText, fromId: isText },
  'order.undo': { orderId: isText, of: isText, before: isOrder, after: isOrder },
};
