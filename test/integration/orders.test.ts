import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, burger } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
let api: Api;

beforeAll(async () => {
  box = await startServer();
  api = await managerOf(box);
});
afterAll(() => box.remove());

test('[NUM1] [NUM2] [WIR1] an order comes back whole, with numbers, total and derived status', async () => {
  const answer = await api.order({
    type: 'Dine_In',
    table_number: 12,
    covers: 3,
    customer_name: 'Zoë',
    notes: 'birthday',
    promised_at: '2026-11-21T20:00:00+01:00',
    items: [
      {
        ...burger,
        quantity: 2,
        modifiers: ['no onion', { name: 'cheese', price: 0.75 }],
        seat: 1,
        course: 2,
        notes: 'rare',
      },
      { name: 'Cola', unit_price: 3.1 },
    ],
  });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('location')).toBe(`/api/v1/orders/${answer.json.id}`);
  expect(answer.json).toMatchObject({
    type: 'dine_in',
    table_number: '12',
    covers: 3,
    customer_name: 'Zoë',
    restaurant_id: 'main',
    order_status: 'pending',
    payment_status: 'unpaid',
    currency: 'USD',
    total_price: 29.6,
    promised_at: '2026-11-21T19:00:00.000Z',
    version: 1,
    items: [
      {
        name: 'Burger',
        quantity: 2,
        unit_price: 12.5,
        status: 'pending',
        round: 1,
        seat: 1,
        course: 2,
        stations: ['kitchen'],
      },
      { name: 'Cola', quantity: 1, unit_price: 3.1 },
    ],
  });
  expect(answer.json.number).toMatch(/^A\d+$/);
  expect(answer.json.order_number).toMatch(new RegExp(`^ORD-\\d{12}-${answer.json.number}$`));
  expect((await api.call('GET', `/orders/${answer.json.id}`)).json).toEqual(answer.json);
});

test('[LIN1] [ORD1] status goes forward by line and by order, never back, and the order follows its lines', async () => {
  const { json: placed } = await api.order({ items: [burger, { name: 'Cola', unit_price: 3 }] });
  const [first, second] = placed.items;
  const line = (id: string, status: string) => api.call('PATCH', `/orders/${placed.id}/items/${id}`, { status });

  expect((await line(first.id, 'READY')).json).toMatchObject({ order_status: 'preparing', version: 2 });
  expect((await line(first.id, 'ready')).json.version).toBe(2);
  expect((await line(first.id, 'preparing')).json).toMatchObject({ status: 409, code: 'status_backwards' });
  expect((await line(second.id, 'ready')).json.order_status).toBe('ready');
  const done = await api.call('PATCH', `/admin/orders/${placed.id}/status`, { status: 'completed' });
  expect(done.json).toMatchObject({ order_status: 'completed', version: 4 });
  expect((await api.call('PATCH', `/orders/${placed.id}/status`, { status: 'pending' })).json.code).toBe(
    'status_backwards',
  );
  expect((await api.call('POST', `/orders/${placed.id}/cancel`)).json.code).toBe('order_closed');
});

test('[ORD3] [MON2] cancel, void and payment', async () => {
  const { json: placed } = await api.order({ items: [burger, { name: 'Cola', unit_price: 3 }] });
  const voided = await api.call('PATCH', `/orders/${placed.id}/items/${placed.items[1].id}`, {
    status: 'voided',
    reason: 'spilt',
  });
  expect(voided.json).toMatchObject({ total_price: 12.5, order_status: 'pending' });
  expect(voided.json.items[1]).toMatchObject({ status: 'voided', void_reason: 'spilt' });

  const paid = await api.call('PATCH', `/orders/${placed.id}/payment`, {
    payment_status: 'Paid',
    payment_method: 'card',
  });
  expect(paid.json).toMatchObject({ payment_status: 'paid', payment_method: 'card', version: 3 });

  const cancelled = await api.call('PATCH', `/orders/${placed.id}/status`, { status: 'Cancelled', reason: 'left' });
  expect(cancelled.json).toMatchObject({ order_status: 'cancelled', cancel_reason: 'left' });
  expect((await api.call('POST', `/orders/${placed.id}/cancel`, {})).json.version).toBe(4);
});

test('[CMD3] If-Match takes one version only', async () => {
  const { json: placed } = await api.order();
  const stale = await api.call('PATCH', `/orders/${placed.id}/status`, { status: 'ready' }, { 'if-match': '"2"' });
  expect(stale.json).toMatchObject({ status: 412, code: 'version_mismatch' });
  const right = await api.call('PATCH', `/orders/${placed.id}/status`, { status: 'ready' }, { 'if-match': '"1"' });
  expect(right.json.version).toBe(2);
});

test('[MEN1] [MEN2] [ALG1] dishes of the menu bring their price, and a dish that is out stops the order', async () => {
  const menu = {
    name: 'Soup',
    price: 4.95,
    category: 'Starters',
    stations: ['cold', 'bar'],
    prep_minutes: 7,
    allergens: ['milk'],
  };
  const stations = ['kitchen', 'cold', 'bar'].map((id) => ({ id, name: id }));
  expect((await api.call('PUT', '/stations', { items: stations })).status).toBe(200);
  const soup = (await api.call('POST', '/products', { ...menu, sku: 'soup' })).json;
  const gone = (await api.call('POST', '/products', { ...menu, sku: 'gone', available: false })).json;
  expect(soup.allergens).toEqual(['milk']);
  const again = await api.call('POST', '/products', { ...menu, sku: 'soup' });
  expect(again.json).toMatchObject({ status: 409, code: 'sku_taken' });

  const order = (await api.order({ items: [{ menu_item_id: soup.id, quantity: 2 }] })).json;
  expect(order).toMatchObject({ total_price: 9.9, estimated_time: 7 });
  expect(order.items[0]).toMatchObject({
    name: 'Soup',
    menu_item_id: soup.id,
    allergens: [],
    stations: ['cold', 'bar'],
  });

  const refused = await api.order({ items: [{ menu_item_id: soup.id }, { menu_item_id: gone.id }] });
  expect(refused.json).toMatchObject({
    status: 409,
    code: 'item_unavailable',
    errors: [{ path: 'items[1].menu_item_id' }],
  });
  const next = (await api.order()).json;
  expect(Number(next.number.slice(1))).toBe(Number(order.number.slice(1)) + 1);
});

test('[LST1] lists are filtered and paged, every order once and in order', async () => {
  const before = new Date();
  const placed: string[] = [];
  for (const table of ['7', '8', '7', '7', '9', '7']) {
    placed.push((await api.order({ type: 'dine_in', table_number: table })).json.id);
  }
  await api.call('PATCH', `/orders/${placed[2]}/status`, { status: 'ready' });
  await api.call('PATCH', `/orders/${placed[3]}/status`, { status: 'completed' });

  const from = `from=${encodeURIComponent(before.toISOString())}`;
  const ids = async (query: string) =>
    (await api.call('GET', `/orders?${from}&${query}`)).json.items.map((order: { id: string }) => order.id);
  expect(await ids('table=7')).toEqual([placed[0], placed[2], placed[3], placed[5]]);
  expect(await ids('status=Ready,completed')).toEqual([placed[2], placed[3]]);
  expect(await ids('status=open&sort=-created_at')).toEqual([placed[5], placed[4], placed[2], placed[1], placed[0]]);
  expect(await ids('station=kitchen')).toEqual(placed);
  expect(await ids('station=bar')).toEqual([]);
  expect(await ids('table=7&status=&station=&to=&cursor=')).toHaveLength(4);

  const paged: string[] = [];
  let cursor = '';
  do {
    const page = (await api.call('GET', `/orders?${from}&limit=2${cursor && `&cursor=${cursor}`}`)).json;
    paged.push(...page.items.map((order: { id: string }) => order.id));
    cursor = page.next_cursor ?? '';
  } while (cursor);
  expect(paged).toEqual(placed);
  expect((await api.call('GET', '/orders?cursor=nonsense')).json.code).toBe('invalid');
});
