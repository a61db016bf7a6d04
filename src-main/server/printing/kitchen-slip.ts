import { contentOf, type Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { type News, type NewsKind, newsKinds } from './news.ts';
import { type Slip, type SlipLine, thick, thin } from './slip.ts';
import { clockTime, dish, heading, particulars, type SlipPlace } from './slip-parts.ts';
import { type SlipWords, slipWords } from './slip-words.ts';

/** Where a slip goes and why. */
export type KitchenSlipHead = {
  /** The station as it is called; null for the whole kitchen. */
  readonly station: string | null;
  readonly isBackup: boolean;
};

/** A station's part of an order as it stands, for whoever asked for it by hand. */
export function kitchenSlip(
  order: Order,
  lines: readonly Line[],
  head: KitchenSlipHead,
  place: SlipPlace,
  nowMs: number,
): Slip {
  return slipOf(
    order,
    head,
    place,
    nowMs,
    lines.flatMap((line) => dish(line.name, contentOf(line), place)),
  );
}

/** What no screen of the station has shown: new dishes first, then what is otherwise than it was ([PRT6]). */
export function backupSlip(
  order: Order,
  news: readonly News[],
  head: KitchenSlipHead,
  place: SlipPlace,
  nowMs: number,
): Slip {
  const words = slipWords[place.language];
  const groups = newsKinds.flatMap((kind): readonly SlipLine[] => {
    const ofKind = news.filter((one) => one.kind === kind);
    const title = titleOf(kind, words);
    if (ofKind.length === 0) return [];
    return [...(title ? [mark(title)] : []), ...ofKind.flatMap((one) => told(one, words, place))];
  });
  return slipOf(order, head, place, nowMs, groups);
}

function slipOf(
  order: Order,
  { station, isBackup }: KitchenSlipHead,
  place: SlipPlace,
  nowMs: number,
  dishes: readonly SlipLine[],
): Slip {
  const words = slipWords[place.language];
  return {
    lines: [
      ...(isBackup ? [mark(words.backup)] : []),
      ...(order.cancelledAtMs === null ? [] : [mark(words.voided)]),
      { text: station ?? words.wholeKitchen, size: 'tall', isStrong: true },
      ...heading(order, place),
      ...(order.priority === 'high' ? [mark(words.priority)] : []),
      ...particulars(order, place),
      thick,
      ...dishes,
      thin,
      ...(order.notes ? [{ text: `${words.note}: ${order.notes}`, isStrong: true }, thin] : []),
      { text: `${words.printed} ${clockTime(nowMs, place)}` },
    ],
  };
}

const mark = (text: string): SlipLine => ({ text, size: 'big', isInverse: true, isStrong: true });

function titleOf(kind: NewsKind, words: SlipWords): string | null {
  if (kind === 'new') return null;
  return { 'add-on': words.addOn, again: words.again, change: words.changed, void: words.voided }[kind];
}

/** What was changed stands there as it is now, and under it as it was. */
function told({ kind, line }: News, words: SlipWords, place: SlipPlace): readonly SlipLine[] {
  const now = dish(line.name, contentOf(line), place);
  if (kind !== 'change' || !line.changedFrom) return now;
  const before = dish(line.name, line.changedFrom, place).map((one) => ('text' in one ? one.text : ''));
  return [...now, { text: `(${words.was}: ${before.join('; ')})`, indent: 3 }];
}
