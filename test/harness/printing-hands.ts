import { expect, vi } from 'vitest';
import type { Api } from './api.ts';
import type { PrinterSink } from './printer-sink.ts';

/** What a manager and whoever takes orders do with a printer; asked each time, since a server may have started anew. */
export function printingHands(house: () => { readonly manager: Api; readonly sink: PrinterSink }) {
  const wish = (more: object = {}) => ({
    name: 'Pass',
    host: '127.0.0.1',
    port: house().sink.port,
    stations: ['kitchen'],
    guest: true,
    ...more,
  });
  return {
    wish,
    add: async (more: object = {}) => (await house().manager.call('POST', '/printers', wish(more))).json,
    listed: async () => (await house().manager.call('GET', '/printers')).json.items,
    print: (id: string, slip: string, api = house().manager, headers: Record<string, string> = {}) =>
      api.call('POST', `/orders/${id}/print`, { slip }, headers),
    /** Resolves when so many slips have come out. */
    printed: (count: number) => vi.waitFor(() => expect(house().sink.slips()).toHaveLength(count), 30_000),
  };
}
