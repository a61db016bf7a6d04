import { useRef, useState } from 'react';
import type { Product } from '#shared/domain/product.ts';
import type { Answer } from '../../link/ask.ts';
import { createKey } from '../../link/idempotency-key.ts';
import { useDeed } from '../../people/use-deed.ts';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import type { DishDraft } from './dish-draft.ts';
import type { DishEdit } from './dish-edit.ts';
import { type DishBody, type DishTroubles, readDraft } from './read-draft.ts';
import { refusedTroubles } from './refused-troubles.ts';
import { saveChange } from './save-dish.ts';
import { useMenuApi } from './use-menu-api.ts';

const noTroubles: DishTroubles = {};

/**
 * Saves a dish, or says what is in the way, each at its place: what this page can know before it asks, and what the
 * kitchen refuses ([MNE3]). Before somebody has tried, nobody is told that an empty box is empty.
 */
export function useSave(edit: DishEdit, product: Product | undefined) {
  const api = useMenuApi();
  const deed = useDeed(`save dish ${product?.id ?? 'new'}`);
  const products = useScreenState((state) => kitchenOf(state).products);
  const [tries, setTries] = useState(0);
  const [sent, setSent] = useState<DishDraft | null>(null);
  const keyFor = useKeyFor();

  // One that was sent and not heard of may be on the menu by now: the kitchen knows whether it is the same.
  const skuTaken = (sku: string) =>
    sent !== edit.draft && [...products.values()].some((one) => one.sku === sku && one.id !== product?.id);
  const read = readDraft(edit.draft, { currency: edit.currency, skuTaken });
  const refused = sent === edit.draft ? refusedTroubles(deed.problem) : noTroubles;
  const own = 'troubles' in read ? read.troubles : noTroubles;
  const troubles = tries > 0 ? { ...refused, ...own } : noTroubles;

  const told = (body: DishBody): Promise<Answer<Product>> =>
    product ? saveChange(api, product, edit, body) : api.create(body, keyFor(body));

  return {
    isBusy: deed.isBusy,
    /** Changes with each try, so that the first box that is wrong can be shown again. */
    tries,
    troubles,
    /** A problem that is no box's. */
    problem: Object.keys(refused).length > 0 ? null : deed.problem,
    save: (done: (product: Product) => void) => {
      setTries(tries + 1);
      if (!('body' in read)) return;
      setSent(edit.draft);
      deed.run(() => told(read.body), done);
    },
  };
}

/** The same key for the same dish: a try that nobody has heard the end of makes no second one. */
function useKeyFor(): (body: DishBody) => string {
  const last = useRef({ text: '', key: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (last.current.text !== text) last.current = { text, key: createKey(crypto) };
    return last.current.key;
  };
}
