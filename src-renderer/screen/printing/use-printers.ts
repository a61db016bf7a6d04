import { useEffect, useState } from 'react';
import type { PrintersSummary } from '#shared/protocol/printer-requests.ts';
import { useScreen } from '../screen-context.ts';

/** `undefined` until it is known; `null` where the kitchen computer does not say. */
export type KnownPrinters = PrintersSummary | null | undefined;

/**
 * What can be printed here, and whether it is. Asked when it comes into sight, and then every `everyMs`; not at all where
 * `isWanted` is false.
 */
export function usePrinters(everyMs: number, isWanted = true): KnownPrinters {
  const { client } = useScreen();
  const [known, setKnown] = useState<KnownPrinters>();
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const round = async () => {
      const answer = await client.ask({ method: 'GET', path: '/printers/waiting' }, summaryIn);
      if (isOver) return;
      setKnown(answer.kind === 'ok' ? answer.value : null);
      timer = setTimeout(() => void round(), everyMs);
    };
    void round();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, everyMs, isWanted]);
  return isWanted ? known : undefined;
}

function summaryIn(body: unknown): PrintersSummary | undefined {
  const isOne = typeof body === 'object' && body !== null && 'troubled' in body && Array.isArray(body.troubled);
  return isOne ? (body as unknown as PrintersSummary) : undefined;
}
