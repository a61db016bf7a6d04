import type { PrinterIn, PrinterOut, PrinterTested } from '#shared/protocol/printer-requests.ts';
import { type Ask, nothing } from '../../link/ask.ts';

export type PrintersApi = ReturnType<typeof createPrintersApi>;

/** What a manager asks the kitchen about printers. */
export function createPrintersApi(ask: Ask) {
  const at = (id: string) => `/printers/${encodeURIComponent(id)}`;
  return {
    list: () => ask({ method: 'GET', path: '/printers' }, printersIn),
    add: (printer: PrinterIn) => ask({ method: 'POST', path: '/printers', body: printer }, nothing),
    change: (id: string, printer: PrinterIn) => ask({ method: 'PATCH', path: at(id), body: printer }, nothing),
    remove: (id: string) => ask({ method: 'DELETE', path: at(id) }, nothing),
    test: (id: string) => ask({ method: 'POST', path: `${at(id)}/test`, limitMs: testWithinMs }, testedIn),
    backupAfter: (seconds: number | null) =>
      ask({ method: 'PATCH', path: '/settings', body: { backup_print_seconds: seconds } }, nothing),
  };
}

/** A printer that hangs is waited for, and it is the answer that it does. */
const testWithinMs = 30_000;

function printersIn(body: unknown): readonly PrinterOut[] | undefined {
  if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return undefined;
  return body.items as readonly PrinterOut[];
}

const testedIn = (body: unknown): PrinterTested | undefined =>
  typeof body === 'object' && body !== null && 'printed' in body ? (body as PrinterTested) : undefined;
