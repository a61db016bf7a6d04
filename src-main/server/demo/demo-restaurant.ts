import type { WorkStatus } from '#shared/domain/progress.ts';
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

const rooms = [
  ['Dining room', ['1', '2', '3', '4', '5', '6'], 4],
  ['Window', ['11', '12'], 2],
  ['Terrace', ['Terrace 1', 'Terrace 2', 'Terrace 3'], 4],
] as const;

/** Later courses wait, so that there is one to be fired. */
export const demoSettings = {
  hold_courses: true,
  tables: rooms.flatMap(([area, names, seats]) => names.map((name) => ({ name, area, seats }))),
};

/** What a waiter is asked for with a dish. */
const groups: Readonly<Record<string, ProductIn['modifier_groups']>> = {
  'house-burger': [
    { name: 'How done', min: 1, max: 1, options: free('rare', 'medium', 'well done') },
    { name: 'Changes', min: 0, max: null, options: [{ name: 'bacon', price: 1.9 }, ...free('no onion', 'no bun')] },
  ],
  schnitzel: [{ name: 'Side', min: 1, max: 1, options: free('fries', 'potato salad', 'green salad') }],
};

function free(...names: readonly string[]) {
  return names.map((name) => ({ name, price: 0 }));
}

/** Portions, before the orders below. */
const counted: Readonly<Record<string, number>> = { 'chocolate-cake': 9 };
const outToday = 'green-beans';

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
    modifier_groups: groups[sku] ?? [],
    available: sku !== outToday,
    stock_quantity: counted[sku],
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
export type DemoOrder = Partial<Omit<OrderIn, 'items' | 'promised_at'>> &
  Pick<OrderIn, 'type'> & {
    readonly dishes: readonly DemoItem[];
    /** So long after the program was first started. */
    readonly promisedInMinutes?: number;
    /** How far it has come by then. */
    readonly status?: WorkStatus;
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
    status: 'ready',
    dishes: [{ sku: 'fries', quantity: 2 }, { sku: 'cola' }],
  },
  {
    type: 'takeaway',
    dishes: [
      { sku: 'house-burger', quantity: 2, modifiers: ['well done', 'bacon'] },
      { sku: 'fries', quantity: 2 },
      { sku: 'cola', quantity: 2 },
    ],
  },
  {
    type: 'dine_in',
    table_number: '11',
    covers: 4,
    dishes: [
      { sku: 'schnitzel', quantity: 2, modifiers: ['potato salad'] },
      { sku: 'mushroom-risotto' },
      { sku: 'garden-salad', modifiers: ['dressing on the side'], allergens: ['sesame'] },
      { sku: 'red-wine', quantity: 3 },
    ],
  },
  {
    type: 'delivery',
    priority: 'high',
    notes: 'Second floor, the bell is broken',
    promisedInMinutes: 25,
    dishes: [{ sku: 'mushroom-risotto' }, { sku: 'garden-salad' }, { sku: 'sorbet' }],
  },
  {
    type: 'dine_in',
    table_number: 'Terrace 2',
    covers: 3,
    status: 'completed',
    dishes: [{ sku: 'chocolate-cake', quantity: 2 }, { sku: 'sorbet' }],
  },
];
