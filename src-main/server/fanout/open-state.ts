import { isOpen } from '#shared/domain/order.ts';
import type { CommittedEvent } from '../ports.ts';
import { createFrame, type Frame } from './frame.ts';

/** Encoded entities by id, oldest first. */
export type EncodedEntities = ReadonlyMap<string, string>;

/**
 * What a snapshot shows: open orders and menu, as committed, already encoded. Kept beside the log so that five
 * hundred tablets coming back at once cost no query ([SNP2]).
 */
export interface OpenState {
  take(event: CommittedEvent): void;
  /** Whether this order is open. */
  has(orderId: string): boolean;
  /** `snapshot` frames; the same for everyone until the next commit. */
  parts(): readonly Frame[];
  /** The menu alone, as `snapshot` frames. */
  productParts(): readonly Frame[];
  /** Everything as one JSON object, for polls. */
  whole(): string;
}

/** Bytes of entities in one part; a larger entity has a part of its own ([SNP1]). */
const partBytes = 32_000;

export function createOpenState(firstOrders: EncodedEntities, firstProducts: EncodedEntities): OpenState {
  const orders = new Map(firstOrders);
  const products = new Map(firstProducts);
  let parts: readonly Frame[] | undefined;
  let whole: string | undefined;

  return {
    take: ({ record: { entity }, entityJson }) => {
      parts = undefined;
      whole = undefined;
      if (entity.kind === 'product') products.set(entity.product.id, entityJson);
      else if (isOpen(entity.order)) orders.set(entity.order.id, entityJson);
      else orders.delete(entity.order.id);
    },
    has: (orderId) => orders.has(orderId),
    parts: () => {
      parts ??= snapshotFrames(orders.values(), products.values());
      return parts;
    },
    productParts: () => snapshotFrames([], products.values()),
    whole: () => {
      whole ??= entitiesText([...orders.values()], [...products.values()]);
      return whole;
    },
  };
}

type Part = { readonly kind: 'orders' | 'products'; readonly texts: readonly string[] };

/** The `snapshot` frames of these encoded entities; nothing at all is said in a part of its own, too. */
export function snapshotFrames(orders: Iterable<string>, products: Iterable<string>): Frame[] {
  const filled = [...fill('products', products), ...fill('orders', orders)];
  const all: readonly Part[] = filled.length > 0 ? filled : [{ kind: 'orders', texts: [] }];
  return all.map(({ kind, texts }, index) => {
    const entities = kind === 'orders' ? entitiesText(texts, []) : entitiesText([], texts);
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

function entitiesText(orders: readonly string[], products: readonly string[]): string {
  return `{"orders":[${orders.join(',')}],"products":[${products.join(',')}]}`;
}
