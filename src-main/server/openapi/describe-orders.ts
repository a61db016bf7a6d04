import { orderHistory } from './answer-history.ts';
import { bumpedOrder, order, pageOf } from './answer-order.ts';
import type { Description, Descriptions } from './description.ts';

const change = { answer: order, command: 'versioned' } as const satisfies Partial<Description>;
const gone = ['order_not_found', 'order_closed', 'order_merged'] as const;
const setStatus: Description = {
  ...change,
  summary: 'Set the status of a whole order',
  about:
    '`preparing`, `ready`, `completed` or `cancelled`; forward only. What is on hold or for later is left alone. Of an order to be delivered also `shipped` and `delivered`.',
  refusals: [...gone, 'status_backwards', 'acknowledge_first'],
};

/** Taking orders and changing what is in them. */
export const orderDescriptions: Descriptions = {
  'GET /orders': {
    summary: 'List orders',
    about:
      '`status` may be several, separated by commas, or `open`: all that is on the board. `next_cursor` goes back in as `cursor`; it is null on the last page.',
    answer: pageOf(order),
  },
  'POST /orders': {
    summary: 'Place an order',
    about:
      'Make an Idempotency-Key once for each order and keep it through every retry: the order is taken once, and a repeat gets the first answer, for 7 days. A dish is named by `menu_item_id`, or by `name` and `unit_price` when the menu does not have it.',
    answer: order,
    status: 201,
    command: 'new',
    refusals: ['order_exists', 'item_unavailable', 'product_not_found', 'order_too_large', 'command_too_old'],
  },
  'GET /orders/bumped': {
    summary: 'What left a board today, last first',
    about:
      'A share of one `station`, or without it what was handed over. `q` searches table, number, guest and dishes.',
    answer: pageOf(bumpedOrder),
  },
  'GET /orders/:id': { summary: 'Read an order', answer: order, isVersioned: true, refusals: ['order_not_found'] },
  'GET /orders/:id/history': {
    summary: 'What happened to an order, by whom and when',
    about: 'Oldest first. `deeds` says of each event what was done, to which dishes.',
    answer: orderHistory,
    refusals: ['order_not_found'],
  },
  'POST /orders/:id/items': {
    ...change,
    summary: 'Add items to an order',
    about: 'Also to one that was handed over already. Stations see them under ADD-ON.',
    refusals: [...gone, 'item_unavailable', 'product_not_found', 'order_too_large'],
  },
  'PATCH /orders/:id/items/:item_id': {
    ...change,
    summary: 'Change an item, set its status, or void it',
    about:
      'Either `status` (with `station` at that one alone; `voided` with a `reason`), or new content. The cook is shown what it was before until that is acknowledged.',
    refusals: [
      ...gone,
      'item_not_found',
      'item_ready',
      'item_completed',
      'item_voided',
      'item_unavailable',
      'status_backwards',
      'station_not_found',
      'acknowledge_first',
    ],
  },
  'PATCH /orders/:id/status': setStatus,
  'PATCH /admin/orders/:id/status': {
    ...setStatus,
    summary: 'Set the status of a whole order (older address)',
    about: 'The same as `PATCH /api/v1/orders/{id}/status`.',
  },
  'POST /orders/:id/cancel': {
    ...change,
    summary: 'Cancel an order',
    about: 'It stays on the boards, struck through, until each station has acknowledged it.',
    refusals: gone,
  },
  'PATCH /orders/:id/payment': {
    ...change,
    summary: 'Say whether an order is paid',
    about: '`unpaid`, `paid` or `refunded`, and by what. Taken at any time, also when the order is closed.',
    refusals: ['order_not_found', 'order_merged'],
  },
  'POST /orders/:id/split': {
    ...change,
    summary: 'Move items to an order of their own',
    about: 'The answer is the new order. What is cooked stays cooked, and nothing is fired again.',
    status: 201,
    refusals: [...gone, 'item_not_found', 'item_voided'],
  },
  'POST /orders/:id/merge': {
    ...change,
    summary: 'Take all items of another order',
    about: 'The other one is left empty, with `merged_into`.',
    refusals: [...gone, 'order_too_large'],
  },
  'POST /orders/:id/transfer': {
    ...change,
    summary: 'Move an order to another table',
    about: '`null` for none.',
    refusals: gone,
  },
};
