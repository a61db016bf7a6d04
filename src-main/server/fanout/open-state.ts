import { isOpen } from '#shared/domain/order.ts';
import type { CommittedEvent } from '../ports.ts';

/** Encoded entities by id, oldest first. */
export type EncodedEntities = ReadonlyMap<string, string>;

/**
 * What a snapshot shows: open orders and menu, as committed, already encoded. Kept beside the log so that five
 * hundred tablets coming back at once cost no query ([SNP2]).
 */
export interface OpenState {
  take(event: CommittedEvent): void;
  /** `snapshot` frames; the same buffers for everyone until the next commit. */
  parts(): readonly Buffer[];
}

/** Bytes of entities in one part; a larger entity has a part of its own ([SNP1]). */
const partBytes = 32_000;

export function createOpenState(firstOrders: EncodedEntities, firstProducts: EncodedEntities): OpenState {
  const orders = new Map(firstOrders);
  const products = new Map(firstProducts);
  let encoded: readonly Buffer[] | undefined;

  return {
    take: ({ record: { entity }, entityJson }) => {
      encoded = undefined;
      if (entity.kind === 'product') products.set(entity.product.id, entityJson);
      else if (isOpen(entity.order)) orders.set(entity.order.id, entityJson);
      else orders.delete(entity.order.id);
    },
    parts: () => {
      encoded ??= encode([...fill('products', products.values()), ...fill('orders', orders.values())]);
      return encoded;
    },
  };
}

type Part = { readonly kind: 'orders' | 'products'; readonly texts: readonly string[] };

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

/** An empty kitchen is said in a part of its own, too. */
function encode(parts: readonly Part[]): Buffer[] {
  const all: readonly Part[] = parts.length > 0 ? parts : [{ kind: 'orders', texts: [] }];
  return all.map(({ kind, texts }, index) => {
    const list = `[${texts.join(',')}]`;
    const [orders, products] = kind === 'orders' ? [list, '[]'] : ['[]', list];
    const head = `"type":"snapshot","part":${index + 1},"parts":${all.length}`;
    return Buffer.from(`{${head},"orders":${orders},"products":${products}}`);
  });
}
