import type { Line, LineContent, Modifier } from '#shared/domain/line.ts';
import {
  type BeforeMerge,
  type Delivery,
  type Order,
  orderTypes,
  type Printed,
  paymentStatuses,
  priorities,
  type Recall,
} from '#shared/domain/order.ts';
import { type Progress, routeReasons, workStatuses } from '#shared/domain/progress.ts';
import type { Quiet } from '#shared/domain/quiet.ts';
import {
  type Guard,
  isBoolean,
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

/** A guard for every field: the compiler asks for those that a newer type has. */
type Shape<Value> = { readonly [Field in keyof Value]-?: Guard };

const isText0 = isNullOr(isString);
const isMoment0 = isNullOr(isMoment);
const isWhole0 = isNullOr(isWhole);
const isNumber0 = isNullOr(Number.isFinite);

const modifier = { name: isString, price: isWhole } satisfies Shape<Modifier>;

const content = {
  quantity: isWhole,
  modifiers: isListOf(isShape(modifier)),
  notes: isText0,
  seat: isWhole0,
  course: isWhole0,
  allergens: isListOf(isString),
} satisfies Shape<LineContent>;

/** What of a dish is to be changed; nothing that is not named. */
export const isContentPart = isShape(
  Object.fromEntries(Object.entries(content).map(([name, guard]) => [name, isUnsetOr(guard)])),
);

const share = {
  station: isText,
  status: isOneOf(workStatuses),
  startedAtMs: isMoment0,
  readyAtMs: isMoment0,
  completedAtMs: isMoment0,
  sinceMs: isMoment0,
  after: isListOf(isText),
  routedBy: isOneOf(routeReasons),
  acknowledgedAtMs: isMoment0,
  doneBy: isText0,
  doneByAge: isBoolean,
  turn: isWhole,
} satisfies Shape<Progress>;

const quiet = { stations: isListOf(isText), change: isBoolean, voiding: isBoolean } satisfies Shape<Quiet>;

const line = {
  ...content,
  id: isText,
  productId: isNullOr(isText),
  name: isString,
  category: isText0,
  unitPrice: isWhole,
  prepMinutes: isNumber0,
  progress: (value) => isListOf(isShape(share))(value) && (value as readonly unknown[]).length > 0,
  round: isWhole,
  addition: isWhole,
  addedAtMs: isMoment,
  heldAtMs: isMoment0,
  startsAtMs: isMoment0,
  // An earlier program kept lines without it.
  firedAtMs: isUnsetOr(isMoment0),
  changedFrom: isNullOr(isShape(content)),
  changedAtMs: isMoment0,
  voidedAtMs: isMoment0,
  voidReason: isText0,
  voidCooked: isNullOr(isBoolean),
  expoSeenAtMs: isMoment0,
  mergedFrom: isUnsetOr(isText),
  quiet: isNullOr(isShape(quiet)),
} satisfies Shape<Line>;

const recall = {
  atMs: isMoment,
  by: isText0,
  station: isNullOr(isText),
  timerKept: isBoolean,
} satisfies Shape<Recall>;

const printed = { station: isText, atMs: isMoment } satisfies Shape<Printed>;
const delivery = { shippedAtMs: isMoment, deliveredAtMs: isMoment0 } satisfies Shape<Delivery>;

const beforeMerge = { notes: isText0, covers: isWhole0 } satisfies Shape<BeforeMerge>;

const order = {
  id: isText,
  restaurantId: isText,
  version: isWhole,
  number: isString,
  orderNumber: isString,
  businessDay: isString,
  type: isOneOf(orderTypes),
  tableNumber: isText0,
  covers: isWhole0,
  customerName: isText0,
  customerPhone: isText0,
  notes: isText0,
  priority: isOneOf(priorities),
  promisedAtMs: isMoment0,
  estimatedMinutes: isNumber0,
  paymentStatus: isOneOf(paymentStatuses),
  paymentMethod: isText0,
  currency: isString,
  source: isOneOf(['staff', 'pos', 'guest']),
  serverName: isText0,
  serverId: isUnsetOr(isText),
  createdAtMs: isMoment,
  updatedAtMs: isMoment,
  cancelledAtMs: isMoment0,
  cancelReason: isText0,
  clearedAtMs: isMoment0,
  mergedInto: isNullOr(isText),
  beforeMerge: isUnsetOr(isShape(beforeMerge)),
  splitFrom: isNullOr(isText),
  lastRecall: isNullOr(isShape(recall)),
  printed: isUnsetOr(isListOf(isShape(printed))),
  delivery: isUnsetOr(isShape(delivery)),
  lines: isListOf(isShape(line)),
} satisfies Shape<Order>;

const isOrderShape = isShape(order);

/** A whole order, down to the last share: what is drawn of half of one breaks the board ([OBX6]). */
export const isOrder = (value: unknown): value is Order => isOrderShape(value);
