import type { OrderIn } from '#shared/protocol/order-requests.ts';
import type { ProductIn } from '#shared/protocol/product-requests.ts';
import type { StationsIn } from '#shared/protocol/site-requests.ts';

/** A small bistro to try the program with: `--demo` on an empty data folder. */

export const demoStations: StationsIn['items'] = [
  { id: 'grill', name: 'Grill', kind: 'prep', categories: ['Mains'], items: [], next: null },
  { id: 'fry', name: 'Fryer', kind: 'prep', categories: ['Sides'], items: [], next: null },
  { id: 'cold', name: 'Cold', kind: 'prep', categories: ['Starters', 'Desserts'], items: [], next: null },
  { id: 'bar', name: 'Bar', kind: 'prep', categories: ['Drinks'], items: [], next: null },
  { id: 'pass', name: 'Pass', kind: 'expo', categories: [], items: [], next: null },
];

type Dish = readonly [
  sku: string,
  name: string,
  price: number,
  category: string,
  station: string,
  minutes: number,
  allergens?: readonly string[],
];

const dishes: readonly Dish[] = [
  ['bruschetta', 'Tomato bruschetta', 6.5, 'Starters', 'cold', 5, ['gluten']],
  ['leek-soup', 'Leek and potato soup', 5.9, 'Starters', 'grill', 6, ['milk', 'celery']],
  ['garden-salad', 'Garden salad', 8.2, 'Starters', 'cold', 5, ['mustard']],
  ['house-burger', 'House burger', 13.9, 'Mains', 'grill', 12, ['gluten', 'egg', 'sesame']],
  ['trout', 'Pan-fried trout', 18.5, 'Mains', 'grill', 15, ['fish', 'milk']],
  ['mushroom-risotto', 'Mushroom risotto', 14.2, 'Mains', 'grill', 18, ['milk']],
  ['schnitzel', 'Veal schnitzel', 19.8, 'Mains', 'fry', 14, ['gluten', 'egg']],
  ['fries', 'Fries', 4.2, 'Sides', 'fry', 6],
  ['green-beans', 'Green beans', 4.6, 'Sides', 'grill', 6],
  ['chocolate-cake', 'Warm chocolate cake', 7.4, 'Desserts', 'cold', 8, ['gluten', 'egg', 'milk']],
  ['sorbet', 'Lemon sorbet', 5.2, 'Desserts', 'cold', 3],
  ['cola', 'Cola', 3.4, 'Drinks', 'bar', 2],
  ['red-wine', 'Red wine, glass', 5.8, 'Drinks', 'bar', 2, ['sulphites']],
];

export const demoMenu: readonly ProductIn[] = dishes.map(
  ([sku, name, price, category, station, minutes, allergens = []]) => ({
    sku,
    name,
    price,
    category,
    stations: [station],
    allergens: [...allergens],
    prep_minutes: minutes,
    modifier_groups: [],
    available: true,
  }),
);

/** A dish by sku, with what the guest asked for. */
export type DemoItem = {
  readonly sku: string;
  readonly quantity?: number;
  readonly modifiers?: readonly string[];
  readonly notes?: string;
  readonly course?: number;
  readonly allergens?: readonly string[];
};
export type DemoOrder = Pick<OrderIn, 'type' | 'table_number' | 'covers' | 'priority' | 'notes'> & {
  readonly dishes: readonly DemoItem[];
};

export const demoOrders: readonly DemoOrder[] = [
  {
    type: 'dine_in',
    table_number: '4',
    covers: 2,
    dishes: [
      { sku: 'leek-soup', course: 1 },
      { sku: 'bruschetta', course: 1, modifiers: ['no garlic'] },
      { sku: 'trout', course: 2 },
      { sku: 'house-burger', course: 2, modifiers: ['medium', 'no onion'], notes: 'sauce on the side' },
    ],
  },
  {
    type: 'takeaway',
    dishes: [
      { sku: 'house-burger', quantity: 2 },
      { sku: 'fries', quantity: 2 },
      { sku: 'cola', quantity: 2 },
    ],
  },
  {
    type: 'dine_in',
    table_number: '11',
    covers: 4,
    dishes: [
      { sku: 'schnitzel', quantity: 2 },
      { sku: 'mushroom-risotto' },
      { sku: 'garden-salad', modifiers: ['dressing on the side'], allergens: ['sesame'] },
      { sku: 'red-wine', quantity: 3 },
    ],
  },
  {
    type: 'delivery',
    priority: 'high',
    dishes: [{ sku: 'mushroom-risotto' }, { sku: 'green-beans' }, { sku: 'sorbet' }],
  },
  {
    type: 'dine_in',
    table_number: 'Terrace 2',
    covers: 3,
    dishes: [{ sku: 'chocolate-cake', quantity: 2 }, { sku: 'sorbet' }],
  },
];
