import { expect, test, vi } from 'vitest';
import { both, paperKitchen, within } from '../harness/paper-kitchen.ts';

const { call, grill, fry, later, restart, board, close, place, orderNow, came } = paperKitchen();

test('[PRT6] what no screen of its station has shown for so long is printed there, once, and not before', async () => {
  const pass = await board('fry');
  const { id, number } = await place();
  await pass.beat();
  later(59);
  await pass.beat();
  await call('POST', `/orders/${id}/print`, { slip: 'kitchen', station: 'fry' });
  await came(fry(), 1);
  expect(grill().connections()).toBe(0);
  later(2);
  await came(grill(), 1);
  expect(grill().slips()[0]).toMatch(/^ BACKUP \nGrill\nTable 4\nOrder /);
  expect(grill().slips()[0]).toContain(number);
  expect(grill().slips()[0]).toContain('1 x Grill');
  expect(grill().slips()[0]).not.toContain('1 x Fry');
  // The next that comes is printed at once, and nothing a second time.
  await place({ ...both, table_number: '5' });
  await came(grill(), 2);
  expect(grill().slips()[1]).toContain('Table 5');
  expect(fry().slips()).toHaveLength(1);
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
  await came(grill(), 1);
  expect(grill().slips()[0]).toContain('Table 6');
  expect(fry().connections()).toBe(0);
  await whole.beat();
  whole.hide();
  later(61);
  await whole.beat();
  await place({ ...both, table_number: '7' });
  await came(fry(), 1);
  expect(fry().slips()[0]).toContain('Table 7');
}, 60_000);

test('[PRT8] a ticket says where and when it was printed; a start prints nothing a second time, nor what was seen', async () => {
  const screen = await board('grill');
  const seen = await place({ ...both, table_number: 'seen' });
  await screen.beat();
  later(61);
  await screen.beat();
  await vi.waitFor(() => expect(fry().slips()).toHaveLength(1), within);
  await close(screen);
  later(61);
  const order = await place({ ...both, table_number: 'new' });
  await came(grill(), 1);
  await vi.waitFor(
    async () =>
      expect((await orderNow(order.id)).printed?.map(({ station }: { station: string }) => station).sort()).toEqual([
        'fry',
        'grill',
      ]),
    within,
  );
  expect((await orderNow(seen.id)).printed).toMatchObject([{ station: 'fry' }]);
  await restart(5);
  later(61);
  await place({ ...both, table_number: 'after' });
  await came(grill(), 2);
  await came(fry(), 3);
  expect(
    grill()
      .slips()
      .map((slip) => /Table (\w+)/.exec(slip)?.[1]),
  ).toEqual(['new', 'after']);
  const history = (await call('GET', `/orders/${order.id}/history`)).json.items;
  expect(JSON.stringify(history)).toContain('printed_at_station');
}, 60_000);

test('[PRT6] after a start the screens have as long to come back as ever', async () => {
  await place();
  await restart(3600);
  const screen = await board('grill');
  later(61);
  await screen.beat();
  await came(fry(), 1);
  expect(grill().connections()).toBe(0);
}, 60_000);

test('[PRT6] a screen that is back before the printer has seen it all; the slip is not needed any more', async () => {
  await grill().off();
  later(61);
  await place();
  await vi.waitFor(
    async () =>
      expect((await call('GET', '/printers')).json.items[0]).toMatchObject({ waiting: 1, trouble: 'refused' }),
    within,
  );
  const screen = await board('grill');
  later(31);
  await screen.beat();
  await grill().on();
  await vi.waitFor(async () => expect((await call('GET', '/printers')).json.items[0].waiting).toBe(0), within);
  expect(grill().slips()).toEqual([]);
}, 60_000);

test('[PRT6] it is off until somebody sets it, and between ten seconds and an hour', async () => {
  await call('PATCH', '/settings', { backup_print_seconds: null });
  for (const value of [0, 9, 3601, 'soon'])
    expect((await call('PATCH', '/settings', { backup_print_seconds: value })).status).toBe(400);
  const { id } = await place();
  later(600);
  await call('POST', `/orders/${id}/print`, { slip: 'kitchen', station: 'grill' });
  await came(grill(), 1);
  expect(grill().slips()[0]).not.toContain('BACKUP');
  await call('PATCH', '/settings', { backup_print_seconds: 10 });
  await came(fry(), 1);
  await came(grill(), 2);
});

test('[PRT6] a start without screens: the backup of everything open that nobody has seen', async () => {
  for (const table of ['1', '2', '3']) await place({ ...both, table_number: table });
  later(61);
  await came(fry(), 3);
  expect(
    fry()
      .slips()
      .map((slip) => /Table (\w+)/.exec(slip)?.[1]),
  ).toEqual(['1', '2', '3']);
});

test('[PRT4] [PRT6] a clock that is put back puts off no slip, and makes nobody see what came after', async () => {
  const screen = await board('grill');
  await grill().off();
  await screen.beat();
  const { id } = await place({ ...both, table_number: 'before' });
  await call('POST', `/orders/${id}/print`, { slip: 'kitchen', station: 'grill' });
  await vi.waitFor(async () => expect((await call('GET', '/printers')).json.items[0].trouble).toBe('refused'), within);
  await screen.beat();
  await close(screen);
  later(-2 * 3600);
  await grill().on();
  await came(grill(), 1);
  // The screen is gone: what comes from now on was on none.
  await place({ ...both, table_number: 'after' });
  later(61);
  await vi.waitFor(() => expect(grill().slips().join()).toMatch(/BACKUP[\s\S]*Table after/), within);
}, 60_000);
