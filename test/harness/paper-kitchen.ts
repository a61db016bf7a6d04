import { afterEach, beforeEach, expect, vi } from 'vitest';
import { type Api, signIn } from './api.ts';
import { openPrinter, type PrinterSink } from './printer-sink.ts';
import { openBoard, type RawBoard } from './raw-board.ts';
import { adminPassword, type BoxOptions, type ServerBox, startServer } from './server-in-a-box.ts';

/** Nobody waits longer for a slip. */
export const within = 15_000;

export const dish = (name: string, more: object = {}) => ({ name, unit_price: 5, ...more });
export const both = { type: 'dine_in', table_number: '4', items: [dish('Grill'), dish('Fry')] };

/**
 * A house with a printer at the grill and one at the fryer, which print after a minute without a screen, and its clock in
 * the test's hand; anew for each test of the file that asks for it.
 */
export function paperKitchen() {
  let nowMs: number;
  let box: ServerBox;
  let manager: Api;
  let grill: PrinterSink;
  let fry: PrinterSink;
  const boards: RawBoard[] = [];
  const clock = { nowMs: () => nowMs };

  async function start(options: BoxOptions = {}): Promise<void> {
    box = await startServer(options, { clock });
    manager = await signIn(box.url, adminPassword);
  }

  beforeEach(async () => {
    nowMs = Date.now();
    await start();
    [grill, fry] = await Promise.all([openPrinter(), openPrinter()]);
    const stations = ['Grill', 'Fry'].map((name) => ({ id: name.toLowerCase(), name, items: [name] }));
    await manager.call('PUT', '/stations', { items: [...stations, { id: 'rest', name: 'Rest' }] });
    for (const [name, { port }] of Object.entries({ grill, fry }))
      await manager.call('POST', '/printers', { name, host: '127.0.0.1', port, stations: [name] });
    await manager.call('PATCH', '/settings', { backup_print_seconds: 60 });
  });
  afterEach(async () => {
    await Promise.all(boards.splice(0).map((board) => board.close()));
    await box.remove();
    await Promise.all([grill.close(), fry.close()]);
  });

  return {
    call: ((...asked) => manager.call(...asked)) as Api['call'],
    /** The printers of this test. */
    grill: () => grill,
    fry: () => fry,
    later: (seconds: number) => {
      nowMs += seconds * 1000;
    },
    /** The same data under a new program. */
    restart: async (afterSeconds: number) => {
      const { dataDir } = box;
      await box.stop();
      nowMs += afterSeconds * 1000;
      await start({ dataDir });
    },
    board: async (station?: string): Promise<RawBoard> => {
      const opened = await openBoard(box.url, manager.token, station);
      boards.push(opened);
      return opened;
    },
    close: async (one: RawBoard) => {
      boards.splice(boards.indexOf(one), 1);
      await one.close();
    },
    /** Nothing that is stored in the very millisecond of a confirmation counts as seen. */
    place: async (order: object = both) => {
      const { json } = await manager.order(order as never);
      nowMs++;
      return json;
    },
    orderNow: async (id: string) => (await manager.call('GET', `/orders/${id}`)).json,
    came: (sink: PrinterSink, slips: number) => vi.waitFor(() => expect(sink.slips()).toHaveLength(slips), within),
  };
}
