import { ownSelfOrder, selfOrder, tableCodes, tablePlace } from './answer-self-order.ts';
import type { Descriptions } from './description.ts';

/** What guests ask for by the code on their table, and what becomes of it. */
export const selfOrderDescriptions: Descriptions = {
  'GET /table': {
    summary: 'Which table a code is on',
    about:
      'The part of the path behind `/t/` is the credential (`table`). It is good while `self_ordering` is set and the restaurant has that table.',
    answer: tablePlace,
  },
  'POST /self-orders': {
    summary: 'Ask for dishes at a table',
    about:
      'No order yet: a waiter takes it or refuses it. `id` is a UUID that the phone makes; sent again it is asked for once. At most three wait at a table.',
    answer: ownSelfOrder,
    status: 201,
    command: 'new',
    refusals: ['item_unavailable', 'self_orders_waiting', 'self_order_gone', 'self_ordering_closed'],
  },
  'GET /self-orders/:id': {
    summary: 'What has become of it',
    answer: ownSelfOrder,
    refusals: ['self_order_not_found'],
  },
  'POST /self-orders/:id/withdraw': {
    summary: 'Take it back while it waits',
    answer: ownSelfOrder,
    command: 'new',
    refusals: ['self_order_not_found', 'self_order_gone'],
  },
  'POST /self-orders/:id/refuse': {
    summary: 'Refuse what guests ask for',
    about:
      'To take it, send its dishes as an order or as items of one, with its id as `self_order`: both happen, or neither.',
    answer: selfOrder,
    command: 'new',
    refusals: ['self_order_not_found', 'self_order_gone'],
  },
  'GET /tables/codes': {
    summary: 'The codes of all tables',
    about: 'Put `path` behind the address by which phones reach the server, or behind one of `bases`.',
    answer: tableCodes,
  },
};
