import type { Api, ApiAnswer } from './api.ts';

/** Stations and dishes that tests cook with: a grill, a fryer that hands on to nobody, a bar, and a pass that hands over. */
export const stations = [
  { id: 'grill', name: 'Grill', categories: ['Mains'] },
  { id: 'fry', name: 'Fryer', categories: ['Sides'] },
  { id: 'bar', name: 'Bar', categories: ['Drinks'] },
  { id: 'pass', name: 'Pass', kind: 'expo' },
];

export type SmallKitchen = {
  /** Ids of the dishes by sku. */
  readonly dishes: Readonly<Record<'burger' | 'fries' | 'cola' | 'platter', string>>;
  /** Puts dishes of the menu in as one order; an item is its sku, or one with more. */
  order(items: readonly (string | ({ sku: string } & Record<string, unknown>))[], more?: object): Promise<Taken>;
};

/** An order as it was answered. */
export type Taken = ApiAnswer['json'];

/** Sets up stations and menu. The platter is cooked at the grill and the fryer. */
export async function openSmallKitchen(api: Api): Promise<SmallKitchen> {
  const set = await api.call('PUT', '/stations', { items: stations });
  if (set.status !== 200) throw new Error(`stations: ${set.text}`);
  const make = async (sku: string, category: string, more: object = {}) => {
    const answer = await api.call('POST', '/products', { sku, name: sku, price: 5, category, ...more });
    if (answer.status !== 201) throw new Error(`${sku}: ${answer.text}`);
    return answer.json.id as string;
  };
  const dishes = {
    burger: await make('burger', 'Mains', { prep_minutes: 10 }),
    fries: await make('fries', 'Sides', { prep_minutes: 4 }),
    cola: await make('cola', 'Drinks'),
    platter: await make('platter', 'Mains', { stations: ['grill', 'fry'] }),
  };
  return {
    dishes,
    order: async (items, more = {}) => {
      const asked = items.map((item) => {
        const { sku, ...rest } = typeof item === 'string' ? { sku: item } : item;
        return { menu_item_id: dishes[sku as keyof typeof dishes], ...rest };
      });
      const answer = await api.order({ type: 'dine_in', table_number: '4', items: asked, ...more });
      if (answer.status !== 201) throw new Error(`order: ${answer.text}`);
      return answer.json;
    },
  };
}
