/** Events as a manager thinks of them; a program is told those of whole groups, or all that there are. */
export const eventGroups = {
  placed: ['order_created'],
  progress: ['order_status_changed', 'item_status_changed', 'order_recalled', 'order_shipped', 'order_delivered'],
  changed: ['order_updated'],
  cancelled: ['order_cancelled'],
  paid: ['payment_status_changed'],
  out: ['product_status_changed', 'inventory_updated'],
  menu: ['product_created', 'product_updated', 'price_updated', 'product_deleted'],
  kitchen: ['station_changed', 'settings_changed'],
  asked: ['self_order_changed'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EventGroup = keyof typeof eventGroups;
export const eventGroupNames = Object.keys(eventGroups) as readonly EventGroup[];

/** What to ask the kitchen for; nothing named is everything. */
export const typesOf = (groups: readonly EventGroup[]): readonly string[] =>
  groups.flatMap((group) => [...eventGroups[group]]);

/** Of a webhook that a program has set up also those that it is told in part. */
export const groupsOf = (types: readonly string[]): readonly EventGroup[] =>
  eventGroupNames.filter((group) => eventGroups[group].some((type) => types.includes(type)));
