import { isOnBoard } from '#shared/domain/part-state.ts';
import type { CommittedEvent } from '../ports.ts';
import { createFrame, type Frame } from './frame.ts';

/** How the kitchen is set up, encoded. */
export type EncodedSite = { readonly stations: string; readonly settings: string };

/** Encoded entities by id, oldest first. */
export type EncodedEntities = ReadonlyMap<string, string>;

/**
 * What a snapshot shows: orders on the board, menu, stations, settings and what guests wait to have taken, as committed, already encoded. Kept beside the log so that five
 * hundred tablets coming back at once cost no query ([SNP2]).
 */
export interface OpenState {
  take(event: CommittedEvent): void;
  /** `snapshot` frames; the same for everyone until the next commit. */
  parts(): readonly Frame[];
  /** The menu alone, as `snapshot` frames. */
  productParts(): readonly Frame[];
  /** Everything as one JSON object, for polls. */
  whole(): string;
}

/** Bytes of entities in one part; a larger entity has a part of its own ([SNP1]). */
const partBytes = 32_000;

export function createOpenState(
  firstOrders: EncodedEntities,
  firstProducts: EncodedEntities,
  firstSite: EncodedSite,
  firstSelfOrders: EncodedEntities = new Map(),
): OpenState {
  const orders = new Map(firstOrders);
  const products = new Map(firstProducts);
  const selfOrders = new Map(firstSelfOrders);
  let site = firstSite;
  let parts: readonly Frame[] | undefined;
  let menu: readonly Frame[] | undefined;
  let whole: string | undefined;

  return {
    take: ({ record: { entity }, entityJson }) => {
      parts = undefined;
      whole = undefined;
      if (entity.kind === 'product') {
        menu = undefined;
        if (entity.product.removedAtMs === null) products.set(entity.product.id, entityJson);
        else products.delete(entity.product.id);
      } else if (entity.kind === 'self_order') {
        if (entity.selfOrder.state === 'waiting') selfOrders.set(entity.selfOrder.id, entityJson);
        else selfOrders.delete(entity.selfOrder.id);
      } else if (entity.kind !== 'order') site = { ...site, [entity.kind]: entityJson };
      else if (isOnBoard(entity.order)) orders.set(entity.order.id, entityJson);
      else orders.delete(entity.order.id);
    },
    parts: () => {
      parts ??= snapshotFrames(orders.values(), products.values(), site, selfOrders.values());
      return parts;
    },
    productParts: () => {
      menu ??= snapshotFrames([], products.values());
      return menu;
    },
    whole: () => {
      whole ??= entitiesText(
        { orders: [...orders.values()], products: [...products.values()], selfOrders: [...selfOrders.values()] },
        site,
      );
      return whole;
    },
  };
}

type Kind = 'orders' | 'products' | 'selfOrders';
type Part = { readonly kind: Kind; readonly texts: readonly string[] };

/** The `snapshot` frames of these encoded entities; nothing at all is said in a part of its own, too. */
export function snapshotFrames(
  orders: Iterable<string>,
  products: Iterable<string>,
  site?: EncodedSite,
  selfOrders: Iterable<string> = [],
): Frame[] {
  const filled = [...fill('products', products), ...fill('orders', orders), ...fill('selfOrders', selfOrders)];
  const all: readonly Part[] = filled.length > 0 ? filled : [{ kind: 'orders', texts: [] }];
  return all.map(({ kind, texts }, index) => {
    const first = index === 0 ? site : undefined;
    const entities = entitiesText({ [kind]: texts }, first);
    return createFrame(`{"type":"snapshot","part":${index + 1},"parts":${all.length},${entities.slice(1)}`);
  });
}

function fill(kind: Part['kind'], texts: Iterable<string>): Part[] {
  const parts: Part[] = [];
  let current: string[] = [];
  let bytes = 0;
  for (const text of texts) {
    const size = Buffer.byteLength(text);
    if (current.length > 0 && bytes + size > partBytes) {
      parts.push({ kind, texts: current });
      current = [];
      bytes = 0;
    }
    current.push(text);
    bytes += size;
  }
  return current.length > 0 ? [...parts, { kind, texts: current }] : parts;
}

type Texts = { readonly [Each in Kind]?: readonly string[] };

function entitiesText({ orders = [], products = [], selfOrders = [] }: Texts, site?: EncodedSite): string {
  const setUp = site ? `,"stations":${site.stations},"settings":${site.settings}` : '';
  const asked = selfOrders.length > 0 ? `,"self_orders":[${selfOrders.join(',')}]` : '';
  return `{"orders":[${orders.join(',')}],"products":[${products.join(',')}]${setUp}${asked}}`;
}
