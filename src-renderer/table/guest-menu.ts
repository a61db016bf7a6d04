import { productId, restaurantId } from '#shared/domain/id.ts';
import type { Product } from '#shared/domain/product.ts';
import { fromWireProduct, type WireProduct } from '#shared/protocol/wire-product.ts';

/** What everybody may read of a dish. */
type OpenDish = Pick<
  WireProduct,
  'id' | 'name' | 'price' | 'currency' | 'category' | 'allergens' | 'modifier_groups' | 'available' | 'photo'
>;

/** The open menu as the parts that ring in know a menu; what guests are not told is empty. In the kitchen's order. */
export function productsIn(body: unknown): ReadonlyMap<Product['id'], Product> | undefined {
  const { items } = (typeof body === 'object' && body !== null ? body : {}) as { items?: unknown };
  if (!Array.isArray(items)) return undefined;
  const products = (items as readonly OpenDish[]).map((dish, at) => ({ ...productOf(dish), createdAtMs: at }));
  return new Map(products.map((product) => [product.id, product]));
}

function productOf(dish: OpenDish): Product {
  const untold = {
    ...{ restaurant_id: restaurantId(''), version: 1, sku: productId(dish.id), stations: [], prep_minutes: null },
    ...{ out: null, stock_quantity: null, stock: null, created_at: epoch, updated_at: epoch, deleted_at: null },
  };
  return fromWireProduct({ ...untold, ...dish });
}

const epoch = '1970-01-01T00:00:00.000Z';
