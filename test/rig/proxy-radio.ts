import { faults } from './fault.ts';
import type { Radio } from './stage.ts';
import { createTcpFaultProxy } from './tcp-fault-proxy.ts';

/** A tablet's network where the machine allows none of its own: what TCP makes of the same troubles. */
export type ProxyRadio = { readonly radio: Radio; readonly url: string; close(): Promise<void> };

/** TCP waits at least so long before it sends a lost packet again. */
const resendMs = 200;

export async function proxyRadio(targetPort: number): Promise<ProxyRadio> {
  const proxy = await createTcpFaultProxy({ targetPort });
  let losing: NodeJS.Timeout | undefined;

  /** A lost packet is a pause of the whole connection until it is sent again. */
  function lose(percent: number): void {
    clearInterval(losing);
    proxy.become(percent >= 100 ? faults.stalled : {});
    if (percent > 0 && percent < 100) losing = setInterval(() => pauseByChance(percent), resendMs);
  }

  function pauseByChance(percent: number): void {
    proxy.become(Math.random() * 100 < 2 * percent ? faults.stalled : {});
  }

  return {
    url: proxy.url,
    radio: {
      lose,
      limit: (bitsPerS) => proxy.become(bitsPerS ? faults.slow(bitsPerS / 8) : {}),
      refuse: (isRefused) => {
        proxy.become(isRefused ? faults.refused : {});
        if (isRefused) proxy.cut();
      },
      unplug: () => proxy.become({ ...faults.stalled, ...faults.refused }),
      plug: () => proxy.heal(),
      changeAddress: () => proxy.strand(),
    },
    close: async () => {
      clearInterval(losing);
      await proxy.close();
    },
  };
}
