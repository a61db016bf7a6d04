import type { Page } from '@playwright/test';
import type { Kitchen } from '../../../src-shared/domain/apply.ts';

type EntriesOf<Held> = Held extends ReadonlyMap<infer Key, infer Value> ? readonly (readonly [Key, Value])[] : never;
type Carried = Omit<Kitchen, 'orders' | 'products'> & {
  readonly orders: EntriesOf<Kitchen['orders']>;
  readonly products: EntriesOf<Kitchen['products']>;
};

/**
 * What the page itself holds as confirmed by the server: found by way of React's own tree, so that the product shows
 * nothing for tests alone. Maps are carried as entries.
 */
export async function kitchenInPage(page: Page): Promise<Kitchen> {
  const carried: Carried = await page.evaluate(() => {
    const root = document.getElementById('screen') as unknown as Record<string, unknown>;
    const container = Object.keys(root).find((key) => key.startsWith('__reactContainer$'));
    if (!container) throw new Error('React is not at #screen');
    type Fiber = { child?: Fiber; sibling?: Fiber; memoizedProps?: { value?: { client?: { store?: any } } } };
    const find = (fiber: Fiber | null | undefined): any =>
      fiber && (fiber.memoizedProps?.value?.client?.store ?? find(fiber.child) ?? find(fiber.sibling));
    const { current } = (root[container] as { stateNode: { current: Fiber } }).stateNode;
    const { kitchen } = find(current).getState();
    return { ...kitchen, orders: [...kitchen.orders], products: [...kitchen.products] };
  });
  return { ...carried, orders: new Map(carried.orders), products: new Map(carried.products) };
}
