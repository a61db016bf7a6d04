import { orderTypes } from '#shared/domain/order.ts';
import { isListOf, isNullOr, isOneOf, isShape, isString, isText, isUnsetOr, isWhole } from '../../outbox/guard.ts';

const isCount = (value: unknown) => isWhole(value) && (value as number) > 0;

const isLine = isShape({
  key: isText,
  productId: isText,
  quantity: isCount,
  modifiers: isListOf(isString),
  notes: isString,
  seat: isNullOr(isCount),
  course: isNullOr(isCount),
  allergens: isListOf(isString),
});

/** Whether what lay on the device is a cart that this page understands. */
export const isCart = isShape({
  id: isText,
  orderId: isNullOr(isText),
  type: isOneOf(orderTypes),
  place: isString,
  covers: isNullOr(isCount),
  phone: isString,
  notes: isString,
  inMinutes: isNullOr(isCount),
  sentAs: isNullOr(isText),
  selfOrder: isUnsetOr(isText),
  lines: isListOf(isLine),
});
