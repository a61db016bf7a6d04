import type { OutUntil, Product } from '#shared/domain/product.ts';
import { fromWireProduct, type WireProduct } from '#shared/protocol/wire-product.ts';
import { type Ask, nothing } from '../../link/ask.ts';
import type { MenuFileText, MenuPreview, MenuTaken } from './menu-file-text.ts';
import type { DishBody } from './read-draft.ts';

export type MenuApi = ReturnType<typeof createMenuApi>;

/** What the office asks the kitchen about the menu. */
export function createMenuApi(ask: Ask) {
  const at = (id: string, part = '') => `/products/${encodeURIComponent(id)}${part}`;
  return {
    item: (id: string) => ask({ method: 'GET', path: at(id) }, productIn),
    /** With the same key it is made once, however often that is asked. */
    create: (body: DishBody, key: string) =>
      ask({ method: 'POST', path: '/products', body, headers: { 'idempotency-key': key } }, productIn),
    /** Refused where the dish has another version: nobody overwrites what they have not seen. */
    change: (id: string, body: Partial<DishBody>, version: number) =>
      ask({ method: 'PATCH', path: at(id), body, headers: { 'if-match': `"${version}"` } }, productIn),
    remove: (id: string) => ask({ method: 'DELETE', path: at(id) }, nothing),
    takeOff: (id: string, until: OutUntil) =>
      ask({ method: 'PATCH', path: at(id, '/availability'), body: { available: false, until } }, nothing),
    putBack: (id: string) =>
      ask({ method: 'PATCH', path: at(id, '/availability'), body: { available: true } }, nothing),
    /** So many portions are there; null: nobody counts any more. */
    count: (id: string, quantity: number | null) =>
      ask({ method: 'PATCH', path: at(id, '/inventory'), body: { quantity } }, nothing),
    /** On a slow network a picture takes longer than words do. */
    givePhoto: (id: string, file: Blob) =>
      ask({ method: 'PUT', path: at(id, '/photo'), file, limitMs: 30_000 }, nothing),
    takePhoto: (id: string) => ask({ method: 'DELETE', path: at(id, '/photo') }, nothing),
    preview: (file: MenuFileText) =>
      ask({ method: 'POST', path: '/products/import/preview', body: file }, bodyWith<MenuPreview>('basis')),
    /** What was looked at is done, or nothing ([IMP1]). */
    take: (file: MenuFileText, basis: string) =>
      ask({ method: 'POST', path: '/products/import', body: { ...file, basis } }, bodyWith<MenuTaken>('created')),
  };
}

const isProduct = (body: unknown): body is WireProduct =>
  typeof body === 'object' && body !== null && 'modifier_groups' in body;

const productIn = (body: unknown): Product | undefined => (isProduct(body) ? fromWireProduct(body) : undefined);

/** What has this field is what was asked for. */
const bodyWith =
  <Body extends object>(field: keyof Body & string) =>
  (body: unknown): Body | undefined =>
    typeof body === 'object' && body !== null && field in body ? (body as Body) : undefined;
