import { businessDay } from '#shared/domain/business-day.ts';
import { defaultStation, lineId, orderId, type RestaurantId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import { minorDigits } from '#shared/domain/money.ts';
import type { Order } from '#shared/domain/order.ts';
import { untouched } from '#shared/domain/progress.ts';
import type { Restaurant } from '../ports.ts';
import { guestSlip } from './guest-slip.ts';
import { backupSlip } from './kitchen-slip.ts';
import type { Setting } from './markup.ts';
import type { Printer } from './ports.ts';
import { type Slip, thick } from './slip.ts';
import { dateAndTime } from './slip-parts.ts';
import { slipWords } from './slip-words.ts';

/** A line that says that it works, with the letters that a language needs. */
export function testSlip({ name, language }: Printer, timeZone: string, nowMs: number): Slip {
  const words = slipWords[language];
  return {
    lines: [
      { text: words.test, size: 'big', isInverse: true, isStrong: true },
      { text: words.testWorks, size: 'tall', isStrong: true },
      { text: name },
      { text: dateAndTime(nowMs, { language, timeZone }) },
      thick,
      { text: 'ÄÖÜß éèàç ñ¿¡ € 123' },
      ...(language === 'zh' ? [{ text: '宫保鸡丁 鱼香肉丝' }] : []),
    ],
  };
}

/** A slip for a page, of an order that nobody ordered. */
export function sampleSlip(
  kind: 'kitchen' | 'guest',
  { language }: Setting,
  restaurant: Restaurant,
  nowMs: number,
): Slip {
  const place = { language, timeZone: restaurant.timeZone };
  const order = sampleOrder(restaurant, nowMs);
  if (kind === 'guest') return guestSlip(order, restaurant.name, place, nowMs);
  const news = order.lines.map((line) => ({ kind: 'new', line, keys: [] }) as const);
  return backupSlip(order, news, { station: slipWords[language].wholeKitchen, isBackup: true }, place, nowMs);
}

function sampleOrder(restaurant: Restaurant, nowMs: number): Order {
  const unit = 10 ** minorDigits(restaurant.currency);
  const line = (index: number, name: string, price: number, more: Partial<Line> = {}): Line => ({
    ...plainLine(restaurant.id, index, nowMs),
    name,
    unitPrice: price * unit,
    ...more,
  });
  return {
    ...plainOrder(restaurant, nowMs),
    lines: [
      line(1, 'Cheeseburger', 12, { quantity: 2, modifiers: [{ name: 'Bacon', price: 2 * unit }], seat: 1 }),
      line(2, 'Caesar Salad', 9, { allergens: ['peanut'], seat: 2 }),
    ],
  };
}

const plainLine = (restaurantId: RestaurantId, index: number, nowMs: number): Line => ({
  id: lineId(`${restaurantId}-${index}`),
  productId: null,
  name: '',
  category: null,
  quantity: 1,
  unitPrice: 0,
  prepMinutes: null,
  modifiers: [],
  notes: null,
  seat: null,
  course: null,
  allergens: [],
  progress: [untouched(defaultStation, 'fallback')],
  round: 1,
  addition: 0,
  addedAtMs: nowMs,
  heldAtMs: null,
  startsAtMs: null,
  firedAtMs: null,
  changedFrom: null,
  changedAtMs: null,
  voidedAtMs: null,
  voidReason: null,
  voidCooked: null,
  expoSeenAtMs: null,
  quiet: null,
});

const plainOrder = (restaurant: Restaurant, nowMs: number): Order => ({
  id: orderId('sample'),
  restaurantId: restaurant.id,
  version: 1,
  number: 'A12',
  orderNumber: 'ORD-000000000000-A12',
  businessDay: businessDay(nowMs, restaurant),
  type: 'dine_in',
  tableNumber: '7',
  covers: 2,
  customerName: null,
  customerPhone: null,
  notes: null,
  priority: 'normal',
  promisedAtMs: null,
  estimatedMinutes: null,
  paymentStatus: 'unpaid',
  paymentMethod: null,
  currency: restaurant.currency,
  source: 'staff',
  serverName: null,
  createdAtMs: nowMs,
  updatedAtMs: nowMs,
  cancelledAtMs: null,
  cancelReason: null,
  clearedAtMs: null,
  mergedInto: null,
  splitFrom: null,
  lastRecall: null,
  lines: [],
});
