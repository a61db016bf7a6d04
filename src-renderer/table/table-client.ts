import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Product } from '#shared/domain/product.ts';
import type { WireOwnSelfOrder, WireTablePlace } from '#shared/protocol/wire-self-order.ts';
import { type Cart, type CartLine, emptyCart, withChange, withLine } from '../floor/cart/cart.ts';
import type { Answer, Refused } from '../link/ask.ts';
import type { Timers } from '../link/timers.ts';
import { type Basket, emptyBasket } from './kept-basket.ts';
import type { TableApi } from './table-api.ts';

/** Everything that the page of a table's code knows. */
export type TableState = Basket & {
  /** `closed`: the code is not good, or not now ([SLF5]). */
  readonly place: WireTablePlace | 'closed' | undefined;
  readonly products: ReadonlyMap<Product['id'], Product> | undefined;
  /** What became of what was sent, as it was told last. */
  readonly own: WireOwnSelfOrder | null;
  /** Why it could not be sent. */
  readonly refused: Refused | null;
  /** Nothing was heard from the kitchen when it was asked last. */
  readonly isAway: boolean;
};

/** The page without its picture: menu, basket, and what became of it ([SLF1]). */
export interface TableClient {
  readonly store: StoreApi<TableState>;
  start(): void;
  /** The page is looked at again, or the phone has a network again. */
  wake(): void;
  add(line: CartLine): void;
  change(key: string, change: Partial<CartLine>): void;
  send(): void;
  /** Back to choosing; what waits is withdrawn. */
  withdraw(): void;
  /** What was answered is seen; with `keep` the dishes stay in the basket. */
  again(keep: boolean): void;
}

type TableClientDeps = Pick<Timers, 'after'> & {
  readonly api: TableApi;
  readonly kept: { read(): Basket; keep(basket: Basket): void };
  readonly newId: () => string;
};

const waitingMs = 3_000;
const choosingMs = 20_000;

export function createTableClient({ api, kept, newId, after }: TableClientDeps): TableClient {
  const store = createStore<TableState>(() => ({
    ...{ place: undefined, products: undefined, own: null, refused: null, isAway: false },
    ...kept.read(),
  }));
  const { getState } = store;
  let cancel: (() => void) | undefined;
  let turn = 0;

  function put(basket: Partial<Basket>, rest: Partial<TableState> = {}): void {
    store.setState({ ...basket, ...rest });
    const { lines, sentAs } = getState();
    kept.keep({ lines, sentAs });
  }

  /** One round of questions at a time; a newer one makes the answers to an older one worthless. */
  async function look(): Promise<void> {
    cancel?.();
    const own = ++turn;
    await ask(() => own === turn);
    if (own !== turn) return;
    const isWaiting = getState().sentAs !== null && !isOver(getState().own);
    cancel = after(isWaiting || getState().isAway ? waitingMs : choosingMs, () => void look());
  }

  async function ask(isCurrent: () => boolean): Promise<void> {
    const { place, products, sentAs, own } = getState();
    if (sentAs !== null && !isOver(own)) return answered(await followed(sentAs), isCurrent);
    const menu = await api.menu();
    if (isCurrent() && heard(menu)) store.setState({ products: menu.value });
    if (place !== undefined && place !== 'closed' && products !== undefined) return;
    const now = await api.place();
    if (isCurrent() && heard(now)) store.setState({ place: now.value });
  }

  /** Sent until the kitchen has said what it made of it: its id makes that once ([SLF1]). */
  async function followed(id: string): Promise<Answer<WireOwnSelfOrder>> {
    if (getState().own !== null) return api.one(id);
    const answer = await api.send({ id, items: getState().lines.map(itemOf) });
    // The guest has thought again while it was on its way: it may have come in behind the word that takes it back.
    if (getState().sentAs !== id) void api.withdraw(id);
    return answer;
  }

  function answered(answer: Answer<WireOwnSelfOrder>, isCurrent: () => boolean): void {
    if (!isCurrent()) return;
    if (heard(answer)) store.setState({ own: answer.value });
    else if (answer.kind === 'refused') put({ sentAs: null }, { own: null, refused: answer });
  }

  function heard<Value>(answer: Answer<Value>): answer is Extract<Answer<Value>, { kind: 'ok' }> {
    store.setState({ isAway: answer.kind === 'unreachable' });
    if (answer.kind === 'signed-out') put({ sentAs: null }, { place: 'closed', own: null });
    return answer.kind === 'ok';
  }

  /** Nothing is changed of what a waiter may be taking at this moment. */
  function choose(chosen: (cart: Cart) => Cart): void {
    if (!isSettled()) return;
    const { lines } = chosen({ ...empty, lines: getState().lines });
    put({ lines }, { refused: null });
  }

  const isSettled = () => getState().sentAs === null || isOver(getState().own);

  return {
    store,
    start: () => void look(),
    wake: () => void look(),
    add: (line) => choose((cart) => withLine(cart, line)),
    change: (key, change) => choose((cart) => withChange(cart, key, change)),
    send: () => {
      if (getState().lines.length === 0 || getState().sentAs !== null) return;
      put({ sentAs: newId() }, { own: null, refused: null });
      void look();
    },
    withdraw: () => {
      const { sentAs } = getState();
      if (sentAs === null) return;
      turn++;
      cancel?.();
      void api.withdraw(sentAs).then((answer) => {
        // Taken in the same moment: what became of it is told as ever.
        const isGone =
          answer.kind === 'ok' || (answer.kind === 'refused' && answer.objection.code !== 'self_order_gone');
        if (isGone && getState().sentAs === sentAs) put({ sentAs: null }, { own: null });
        store.setState({ isAway: answer.kind === 'unreachable' });
        void look();
      });
    },
    again: (keep) => {
      put(keep ? { sentAs: null } : emptyBasket, { own: null, refused: null });
      void look();
    },
  };
}

const isOver = (own: WireOwnSelfOrder | null): boolean => own !== null && own.state !== 'waiting';

const itemOf = ({ productId, quantity, modifiers, notes }: CartLine) => ({
  ...{ menu_item_id: productId as string, quantity, modifiers: [...modifiers] },
  ...(notes.trim() ? { notes: notes.trim() } : {}),
});

/** What the floor's parts ask of a cart beside its lines. */
const empty = emptyCart('basket', { orderId: null, type: 'dine_in', place: '' });
