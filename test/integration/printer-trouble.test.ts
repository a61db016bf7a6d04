import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Api } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { openPrinter, type PrinterSink } from '../harness/printer-sink.ts';
import { printingHands } from '../harness/printing-hands.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let manager: Api;
let sink: PrinterSink;
beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
  sink = await openPrinter();
});
afterEach(async () => {
  await box.remove();
  await sink.close();
});

const { add, listed, print, printed } = printingHands(() => ({ manager, sink }));

test('[PRT4] a printer that is off, hangs, or cuts the line holds up no order and no other printer', async () => {
  const others = await Promise.all((['hangs', 'cuts', 'paper-out'] as const).map(openPrinter));
  for (const { port } of others) await add({ port, name: `P${port}`, guest: false });
  const nobody = await openPrinter();
  await nobody.off();
  await add({ port: nobody.port, guest: false });
  await add({ name: 'Good' });
  for (let n = 0; n < 5; n++) {
    const { status, json } = await manager.order();
    expect(status).toBe(201);
    expect((await print(json.id, 'kitchen')).status).toBe(202);
  }
  await printed(5);
  await vi.waitFor(async () => {
    const now = await listed();
    expect(now.map(({ trouble }: { trouble: string }) => trouble)).toEqual([
      'not-taken',
      'cut-off',
      'paper-out',
      'refused',
      null,
    ]);
    expect(now[2].waiting).toBe(5);
    expect(now[3].waiting).toBe(5);
  }, 30_000);
  expect((await manager.call('GET', '/printers/waiting')).json.troubled).toHaveLength(4);
  expect(others[2]?.slips()).toEqual([]);
  for (const other of others) await other.close();
}, 60_000);

test('[PRT4] what waited comes out in order when the printer is back; nothing twice that is known to have come out', async () => {
  await add();
  await sink.off();
  const numbers: string[] = [];
  for (let n = 0; n < 4; n++) {
    const { json } = await manager.order();
    numbers.push(json.number);
    await print(json.id, 'kitchen');
  }
  await vi.waitFor(async () => expect((await listed())[0]).toMatchObject({ trouble: 'refused', waiting: 4 }));
  const { dataDir } = box;
  await box.stop();
  await sink.on();
  box = await startServer({ dataDir });
  manager = await managerOf(box);
  await printed(4);
  expect(sink.slips().map((slip) => /Order (\w+)/.exec(slip)?.[1])).toEqual(numbers);
  await vi.waitFor(async () => expect((await listed())[0].waiting).toBe(0));
  await box.stop();
  box = await startServer({ dataDir });
  manager = await managerOf(box);
  expect((await manager.call('POST', `/printers/${(await listed())[0].id}/test`)).json.printed).toBe(true);
  expect(sink.slips()).toHaveLength(5);
  expect(sink.slips().join()).not.toContain('POSSIBLE COPY');
}, 60_000);

test('[PRT4] what may have come out before says so on its copy; one that says nothing is believed when it hangs up', async () => {
  sink.becomes('cuts');
  await add();
  const { json } = await manager.order();
  await print(json.id, 'kitchen');
  await vi.waitFor(async () => expect((await listed())[0].trouble).toBe('cut-off'), 10_000);
  sink.becomes('mute');
  await vi.waitFor(() => expect(sink.slips().at(-1)).toContain('POSSIBLE COPY'), 20_000);
  await vi.waitFor(async () => expect((await listed())[0]).toMatchObject({ waiting: 0, trouble: null }));
  expect(sink.slips().at(-1)).toContain('1 x Burger');
}, 60_000);

test('[PRT4] one that answers how it is, but not that it is done, is believed when it is well afterwards', async () => {
  sink.becomes('forgets-paper');
  await add();
  const { json } = await manager.order();
  await print(json.id, 'kitchen');
  await vi.waitFor(async () => expect((await listed())[0].reached_at).not.toBeNull(), 30_000);
  expect(sink.slips()).toHaveLength(1);
}, 60_000);
