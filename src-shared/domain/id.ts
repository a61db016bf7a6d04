/**
 * Ids that cannot be mistaken for each other. All of them are strings on the wire and on disk; order, line,
 * product and self-order ids are UUIDs ([ID1]), restaurant ids and station ids are slugs.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type RestaurantId = Branded<'RestaurantId'>;
export type OrderId = Branded<'OrderId'>;
export type LineId = Branded<'LineId'>;
export type ProductId = Branded<'ProductId'>;
export type StationId = Branded<'StationId'>;
export type SelfOrderId = Branded<'SelfOrderId'>;

export const restaurantId = (id: string) => id as RestaurantId;
export const orderId = (id: string) => id as OrderId;
export const lineId = (id: string) => id as LineId;
export const productId = (id: string) => id as ProductId;
export const stationId = (id: string) => id as StationId;
export const selfOrderId = (id: string) => id as SelfOrderId;

/** Where a line goes when its menu item names no station: every kitchen has at least this one. */
export const defaultStation = stationId('kitchen');
