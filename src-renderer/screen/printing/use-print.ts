import { useState } from 'react';
import type { OrderId, StationId } from '#shared/domain/id.ts';
import type { Answer } from '../../link/ask.ts';
import { createKey } from '../../link/idempotency-key.ts';
import type { SignInProblem } from '../../store/screen-state.ts';
import { useScreen } from '../screen-context.ts';

export type SlipWish = {
  readonly orderId: OrderId;
  readonly slip: 'kitchen' | 'guest';
  /** Null for all of the kitchen's. */
  readonly station: StationId | null;
};

export type Printing =
  | { readonly kind: 'asking' }
  /** The printers that have it now. */
  | { readonly kind: 'sent'; readonly printers: readonly string[] }
  | { readonly kind: 'failed'; readonly problem: SignInProblem };

/**
 * A slip by hand ([PRT5]). It is not kept for later where the kitchen computer cannot be reached: paper that comes out an
 * hour after somebody wanted it is in nobody's hand. The same wish goes again under its key, so that an answer that was
 * lost is no second slip.
 */
export function usePrint() {
  const { client, guard } = useScreen();
  const [printing, setPrinting] = useState<Printing | null>(null);
  const [wished, setWished] = useState<{ readonly name: string; readonly key: string } | null>(null);

  async function ask({ orderId, slip, station }: SlipWish): Promise<void> {
    const name = `${orderId}/${slip}/${station}`;
    const key = wished?.name === name ? wished.key : createKey(crypto);
    setWished({ name, key });
    setPrinting({ kind: 'asking' });
    const path = `/orders/${orderId}/print`;
    const body = { slip, ...(station === null ? {} : { station }) };
    const answer = await client.ask({ method: 'POST', path, body, headers: { 'idempotency-key': key } }, printersIn);
    if (answer.kind !== 'unreachable') setWished(null);
    setPrinting(printingFor(answer));
  }

  return {
    printing,
    print: (wish: SlipWish) => {
      if (printing?.kind !== 'asking' && guard.allows(`print/${wish.orderId}/${wish.slip}`, false)) void ask(wish);
    },
  };
}

function printingFor(answer: Answer<readonly string[]>): Printing | null {
  if (answer.kind === 'ok') return { kind: 'sent', printers: answer.value };
  return answer.kind === 'signed-out' ? null : { kind: 'failed', problem: answer };
}

function printersIn(body: unknown): readonly string[] | undefined {
  if (typeof body !== 'object' || body === null || !('printers' in body) || !Array.isArray(body.printers))
    return undefined;
  return body.printers.map(String);
}
