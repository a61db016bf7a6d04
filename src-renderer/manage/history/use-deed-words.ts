import type { DeedField, DeedValue, NamedDish } from '#shared/domain/deed.ts';
import type { WireDeed } from '#shared/protocol/wire-history.ts';
import { useText } from '../../messages/text-context.tsx';
import { useStationName, useTimeOfDay } from '../../screen/use-site.ts';
import { useMomentWords } from './use-moment-words.ts';

type Words = {
  readonly titleOf: (deed: WireDeed) => string;
  /** `2 Soup`, `1 Steak`; none where it is the whole order's. */
  readonly dishesOf: (deed: WireDeed) => readonly string[];
  readonly written: (field: DeedField, value: DeedValue) => string;
};

/** How people in the restaurant say what the log tells. */
export function useDeedWords(): Words {
  const t = useText();
  const nameOf = useStationName();
  const time = useTimeOfDay();
  const { day } = useMomentWords();
  const titleOf = (deed: WireDeed): string => {
    if (deed.what === 'changed') return t(`orderHistory.field.${deed.field}`);
    if (deed.what === 'worked' || deed.what === 'back') return t(`orderHistory.${deed.what}.${deed.status}`);
    if (deed.what === 'given' && deed.to !== null) return t('orderHistory.givenTo', { station: nameOf(deed.to) });
    return t(`orderHistory.deed.${deed.what}`);
  };
  const written = (field: DeedField, value: DeedValue): string => {
    if (value === null) return t('orderHistory.none');
    if (field === 'promised') return `${day(Number(value))}, ${time(Number(value))}`;
    const known = field === 'payment' || field === 'priority' || field === 'method' ? knownWord(field, value) : null;
    return known === null ? String(value) : t(known);
  };
  return {
    titleOf,
    dishesOf: (deed) => ('dishes' in deed ? summed(deed.dishes) : []),
    written,
  };
}

/** Two lines of one dish are so many of it. */
function summed(dishes: readonly NamedDish[]): readonly string[] {
  const many = new Map<string, number>();
  for (const { name, quantity } of dishes) many.set(name, (many.get(name) ?? 0) + quantity);
  return [...many].map(([name, quantity]) => `${quantity} ${name}`);
}

/** What a till has sent in words of its own stays as it is. */
function knownWord(field: 'payment' | 'priority' | 'method', value: string | number) {
  const words = {
    payment: {
      unpaid: 'orderHistory.payment.unpaid',
      paid: 'orderHistory.payment.paid',
      refunded: 'orderHistory.payment.refunded',
    },
    priority: { normal: 'orderHistory.priority.normal', high: 'orderHistory.priority.high' },
    method: { cash: 'floor.method.cash', card: 'floor.method.card', other: 'floor.method.other' },
  } as const;
  const found = Object.entries(words[field]).find(([word]) => word === value);
  return found ? (found[1] as (typeof found)[1]) : null;
}
