import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Api, signIn } from '../harness/api.ts';
import { openPrinter, type PrinterSink } from '../harness/printer-sink.ts';
import { openBoard, type RawBoard } from '../harness/raw-board.ts';
import { adminPassword, type BoxOptions, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let nowMs: number;
let box: ServerBox;
let manager: Api;
let grill: PrinterSink;
let fry: PrinterSink;
const boards: RawBoard[] = [];

const clock = { nowMs: () => nowMs };
const later = (seconds: number) => {
  nowMs += seconds * 1000;
};

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

async function board(station?: string): Promise<RawBoard> {
  const opened = await openBoard(box.url, manager.token, station);
  boards.push(opened);
  return opened;
}
const close = async (one: RawBoard) => {
  boards.splice(boards.indexOf(one), 1);
  await one.close();
};

const dish = (name: string, more: object = {}) => ({ name, unit_price: 5, ...more });
const both = { type: 'dine_in', table_number: '4', items: [dish('Grill'), dish('Fry')] };
/** Nothing that is stored in the very millisecond of a confirmation counts as seen. */
async function place(order: object = both) {
  const { json } = await manager.order(order as never);
  nowMs++;
  return json;
}
const within = 15_000;
const orderNow = async (id: string) => (await manager.call('GET', `/orders/${id}`)).json;
const came = (sink: PrinterSink, slips: number) => vi.waitFor(() => expect(sink.slips()).toHaveLength(slips), within);

test('[PRT6] what no screen of its station has shown for so long is printed there, once, and not before', async () => {
  const pass = await board('fry');
  const { id, number } = await place();
  await pass.beat();
  later(59);
  await pass.beat();
  await manager.call('POST', `/orders/${id}/print`, { slip: 'kitchen', station: 'fry' });
  await came(fry, 1);
  expect(grill.connections()).toBe(0);
  later(2);
  await came(grill, 1);
  expect(grill.slips()[0]).toMatch(/^ BACKUP \nGrill\nTable 4\nOrder /);
  expect(grill.slips()[0]).toContain(number);
  expect(grill.slips()[0]).toContain('1 x Grill');
  expect(grill.slips()[0]).not.toContain('1 x Fry');
  // The next that comes is printed at once, and nothing a second time.
  await place({ ...both, table_number: '5' });
  await came(grill, 2);
  expect(grill.slips()[1]).toContain('Table 5');
  expect(fry.slips()).toHaveLength(1);
}, 60_000);

test('[PRT6] a board of the whole kitchen shows every station; one that nobody can see, or of another station, none', async () => {
  const whole = await board();
  await place();
  await whole.beat();
  later(61);
  await whole.beat();
  await place({ ...both, table_number: '5' });
  await whole.beat();
  // It changes over to one of them: from here on the other has none.
  whole.shows('fry');
  later(61);
  await whole.beat();
  await place({ ...both, table_number: '6' });
  await came(grill, 1);
  expect(grill.slips()[0]).toContain('Table 6');
  expect(fry.connections()).toBe(0);
  await whole.beat();
  whole.hide();
  later(61);
  await whole.beat();
  await place({ ...both, table_number: '7' });
  await came(fry, 1);
  expect(fry.slips()[0]).toContain('Table 7');
}, 60_000);

test('[PRT7] what comes to a ticket afterwards is printed as what it is: added, changed, called off, made again', async () => {
  later(61);
  const order = await place();
  await came(grill, 1);
  const [item] = order.items;
  const at = `/orders/${order.id}`;
  later(1);
  await manager.call('POST', `${at}/items`, { items: [dish('Grill', { notes: 'rare' })] });
  await came(grill, 2);
  expect(grill.slips()[1]).toMatch(/ADD-ON[\s\S]*1 x Grill\n {3}Note: rare/);
  later(1);
  await manager.call('PATCH', `${at}/items/${item.id}`, { quantity: 3 });
  await came(grill, 3);
  expect(grill.slips()[2]).toMatch(/CHANGED[\s\S]*3 x Grill\n {3}\(was: 1 x Grill\)/);
  expect(grill.slips()[2]).not.toContain('rare');
  later(1);
  await manager.call('PATCH', `${at}/items/${item.id}`, { status: 'voided' });
  await came(grill, 4);
  expect(grill.slips()[3]).toMatch(/VOID[\s\S]*3 x Grill/);
  later(1);
  await manager.call('POST', `${at}/bump`, { station: 'grill' });
  await manager.call('POST', `${at}/recall`, { station: 'grill' });
  await came(grill, 5);
  expect(grill.slips()[4]).toMatch(/MAKE AGAIN[\s\S]*1 x Grill/);
  expect(fry.slips()).toHaveLength(1);
}, 60_000);

test('[PRT7] what was called off before anybody learned of it is not printed', async () => {
  const gone = await place();
  await manager.call('POST', `/orders/${gone.id}/cancel`);
  later(61);
  await place({ ...both, table_number: '9' });
  await came(grill, 1);
  expect(grill.slips()[0]).toContain('Table 9');
});

test('[PRT7] [GRO1] what is split off, or goes to another order, is not printed as if it were to be cooked again', async () => {
  later(61);
  const order = await place({ ...both, items: [dish('Grill', { quantity: 3 }), dish('Grill'), dish('Fry')] });
  const other = await place({ ...both, table_number: '5' });
  await came(grill, 2);
  later(1);
  const [three, one] = order.items;
  const parts = [{ id: three.id, quantity: 2 }, { id: one.id }];
  const half = (await manager.call('POST', `/orders/${order.id}/split`, { items: parts })).json;
  later(1);
  await manager.call('POST', `/orders/${other.id}/merge`, { from: order.id });
  later(3);
  await place({ ...both, table_number: '6' });
  await vi.waitFor(() => expect(grill.slips().at(-1)).toContain('Table 6'), within);
  expect(grill.slips()).toHaveLength(3);
  // What comes to the half is news of it.
  later(1);
  await manager.call('POST', `/orders/${half.id}/items`, { items: [dish('Grill', { notes: 'rare' })] });
  await came(grill, 4);
  expect(grill.slips()[3]).toMatch(/ADD-ON[\s\S]*1 x Grill\n {3}Note: rare/);
  expect(grill.slips()[3]).not.toContain('2 x Grill');
}, 60_000);

test('[PRT7] [GRO2] what has gone to another order before its slip came out is printed with that one', async () => {
  await grill.off();
  later(61);
  const order = await place();
  const other = await place({ ...both, table_number: '5', items: [dish('Fry')] });
  await came(fry, 2);
  await manager.call('POST', `/orders/${other.id}/merge`, { from: order.id });
  later(31);
  await grill.on();
  await came(grill, 1);
  expect(grill.slips()[0]).toMatch(/Table 5[\s\S]*1 x Grill/);
  expect(fry.slips()).toHaveLength(2);
}, 60_000);

test('[PRT7] what comes to a station, or back to it, after its screen was gone is printed there, however old it is', async () => {
  const [atGrill, atFry] = [await board('grill'), await board('fry')];
  const order = await place({ ...both, items: [dish('Grill'), dish('Fry')] });
  later(1);
  await manager.call('POST', `/orders/${order.id}/bump`, { station: 'fry' });
  await Promise.all([atGrill.beat(), atFry.beat()]);
  await close(atFry);
  later(1);
  await manager.call('POST', `/orders/${order.id}/reroute`, { station: 'grill', to: 'fry' });
  later(61);
  await atGrill.beat();
  await came(fry, 1);
  expect(fry.slips()[0]).toMatch(/BACKUP[\s\S]*1 x Grill/);
  expect(fry.slips()[0]).not.toContain('1 x Fry');
  later(1);
  await atGrill.beat();
  await manager.call('POST', `/orders/${order.id}/recall`, {
    station: 'fry',
    item_ids: [order.items[1].id],
    keep_timer: true,
  });
  await came(fry, 2);
  expect(fry.slips()[1]).toMatch(/MAKE AGAIN[\s\S]*1 x Fry/);
  expect(fry.slips()[1]).not.toContain('1 x Grill');
  expect(grill.connections()).toBe(0);
  // Which of them the screen had shown nobody knows; that one is called off is told in any case.
  later(1);
  await manager.call('PATCH', `/orders/${order.id}/items/${order.items[1].id}`, { status: 'voided' });
  await came(fry, 3);
  expect(fry.slips()[2]).toMatch(/VOID[\s\S]*1 x Fry/);
}, 60_000);

test('[PRT7] what was made anew before the eyes of a cook, and is called off when the screen is gone, is told', async () => {
  const atFry = await board('fry');
  const order = await place({ ...both, items: [dish('Fry')] });
  await manager.call('POST', `/orders/${order.id}/bump`, { station: 'fry' });
  await manager.call('POST', `/orders/${order.id}/recall`, { station: 'fry' });
  later(1);
  await atFry.beat();
  await close(atFry);
  later(61);
  await manager.call('PATCH', `/orders/${order.id}/items/${order.items[0].id}`, { status: 'voided' });
  await came(fry, 1);
  expect(fry.slips()[0]).toMatch(/VOID[\s\S]*1 x Fry/);
}, 60_000);

test('[PRT8] a ticket says where and when it was printed; a start prints nothing a second time, nor what was seen', async () => {
  const screen = await board('grill');
  const seen = await place({ ...both, table_number: 'seen' });
  await screen.beat();
  later(61);
  await screen.beat();
  await vi.waitFor(() => expect(fry.slips()).toHaveLength(1), within);
  await close(screen);
  later(61);
  const order = await place({ ...both, table_number: 'new' });
  await came(grill, 1);
  await vi.waitFor(
    async () =>
      expect((await orderNow(order.id)).printed?.map(({ station }: { station: string }) => station).sort()).toEqual([
        'fry',
        'grill',
      ]),
    within,
  );
  expect((await orderNow(seen.id)).printed).toMatchObject([{ station: 'fry' }]);
  const { dataDir } = box;
  await box.stop();
  later(5);
  await start({ dataDir });
  later(61);
  await place({ ...both, table_number: 'after' });
  await came(grill, 2);
  await came(fry, 3);
  expect(grill.slips().map((slip) => /Table (\w+)/.exec(slip)?.[1])).toEqual(['new', 'after']);
  const history = (await manager.call('GET', `/orders/${order.id}/history`)).json.items;
  expect(JSON.stringify(history)).toContain('printed_at_station');
}, 60_000);

test('[PRT6] after a start the screens have as long to come back as ever', async () => {
  const { dataDir } = box;
  await place();
  await box.stop();
  later(3600);
  await start({ dataDir });
  const screen = await board('grill');
  later(61);
  await screen.beat();
  await came(fry, 1);
  expect(grill.connections()).toBe(0);
}, 60_000);

test('[PRT6] a screen that is back before the printer has seen it all; the slip is not needed any more', async () => {
  await grill.off();
  later(61);
  await place();
  await vi.waitFor(
    async () =>
      expect((await manager.call('GET', '/printers')).json.items[0]).toMatchObject({ waiting: 1, trouble: 'refused' }),
    within,
  );
  const screen = await board('grill');
  later(31);
  await screen.beat();
  await grill.on();
  await vi.waitFor(async () => expect((await manager.call('GET', '/printers')).json.items[0].waiting).toBe(0), within);
  expect(grill.slips()).toEqual([]);
}, 60_000);

test('[PRT6] it is off until somebody sets it, and between ten seconds and an hour', async () => {
  await manager.call('PATCH', '/settings', { backup_print_seconds: null });
  for (const value of [0, 9, 3601, 'soon'])
    expect((await manager.call('PATCH', '/settings', { backup_print_seconds: value })).status).toBe(400);
  const { id } = await place();
  later(600);
  await manager.call('POST', `/orders/${id}/print`, { slip: 'kitchen', station: 'grill' });
  await came(grill, 1);
  expect(grill.slips()[0]).not.toContain('BACKUP');
  await manager.call('PATCH', '/settings', { backup_print_seconds: 10 });
  await came(fry, 1);
  await came(grill, 2);
});

test('[PRT6] a start without screens: the backup of everything open that nobody has seen', async () => {
  for (const table of ['1', '2', '3']) await place({ ...both, table_number: table });
  later(61);
  await came(fry, 3);
  expect(fry.slips().map((slip) => /Table (\w+)/.exec(slip)?.[1])).toEqual(['1', '2', '3']);
});

test('[PRT4] [PRT6] a clock that is put back puts off no slip, and makes nobody see what came after', async () => {
  const screen = await board('grill');
  await grill.off();
  await screen.beat();
  const { id } = await place({ ...both, table_number: 'before' });
  await manager.call('POST', `/orders/${id}/print`, { slip: 'kitchen', station: 'grill' });
  await vi.waitFor(
    async () => expect((await manager.call('GET', '/printers')).json.items[0].trouble).toBe('refused'),
    within,
  );
  await screen.beat();
  await close(screen);
  nowMs -= 2 * 3600_000;
  await grill.on();
  await came(grill, 1);
  // The screen is gone: what comes from now on was on none.
  await place({ ...both, table_number: 'after' });
  later(61);
  await vi.waitFor(() => expect(grill.slips().join()).toMatch(/BACKUP[\s\S]*Table after/), within);
}, 60_000);
