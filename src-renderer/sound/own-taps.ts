import type { OrderId } from '#shared/domain/id.ts';
import type { ChimeMemory } from './chime-memory.ts';

/** What taps on this screen have brought about and the kitchen has yet to confirm ([CHM5]). */
export interface OwnTaps {
  learn(names: readonly string[], orderId: OrderId): void;
  /** What has been confirmed stays learned; what was taken back would be news again if it came from others. */
  settle(orderId: OrderId, shown: ReadonlySet<string>, confirmed: ReadonlySet<string>): void;
  /** The tickets that are there; what was hoped for others is over. */
  keep(orders: () => ReadonlySet<OrderId>): void;
}

export function createOwnTaps(memory: ChimeMemory): OwnTaps {
  const own = new Map<string, OrderId>();

  function takeBack(name: string): void {
    own.delete(name);
    memory.forget(name);
  }

  return {
    learn: (names, orderId) => {
      memory.learn(names);
      for (const name of names) own.set(name, orderId);
    },
    settle: (orderId, shown, confirmed) => {
      for (const [name, of] of own) {
        if (of !== orderId) continue;
        if (confirmed.has(name)) own.delete(name);
        else if (!shown.has(name)) takeBack(name);
      }
    },
    keep: (orders) => {
      if (own.size === 0) return;
      const there = orders();
      for (const [name, orderId] of own) if (!there.has(orderId)) takeBack(name);
    },
  };
}
