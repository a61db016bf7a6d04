import { lineTotal } from '#shared/domain/line.ts';
import { liveLines, type Order, orderTotal } from '#shared/domain/order.ts';
import { type Slip, type SlipLine, thick, thin } from './slip.ts';
import { amount, dateAndTime, type SlipPlace } from './slip-parts.ts';
import { slipWords } from './slip-words.ts';

/** What the guests have had and what they pay; nothing that was called off, no phone, and no note to the kitchen ([PRT5]). */
export function guestSlip(order: Order, restaurantName: string, place: SlipPlace, nowMs: number): Slip {
  const words = slipWords[place.language];
  const { tableNumber, type, currency, orderNumber, number, paymentStatus, paymentMethod } = order;
  const where = tableNumber === null ? words.type[type] : `${words.table} ${tableNumber}`;
  const paid = [words.payment[paymentStatus], paymentMethod].filter((part) => part).join(', ');
  return {
    lines: [
      { text: restaurantName, size: 'tall', isStrong: true, isCentred: true },
      thin,
      { left: where, right: `${words.order} ${number}` },
      { text: orderNumber },
      { text: dateAndTime(nowMs, place) },
      thin,
      ...liveLines(order).flatMap((line): readonly SlipLine[] => [
        { left: `${line.quantity} x ${line.name}`, right: amount(lineTotal(line), currency, place) },
        ...line.modifiers.map((modifier) => ({ text: `+ ${modifier.name}`, indent: 3 })),
      ]),
      thick,
      { left: words.total, right: `${currency} ${amount(orderTotal(order), currency, place)}`, isStrong: true },
      { text: paid, isStrong: true },
    ],
  };
}
