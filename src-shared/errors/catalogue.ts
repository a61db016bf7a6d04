/**
 * Every code that a caller can meet, grouped by what the caller does next ([ERR1]):
 * `fix` the request, `refresh` what it knows, `sign-in`, `retry` later, or `give-up`.
 * A retired code stays listed here as a comment and is not used again. `spec/ERRORS.md` is compared with this table.
 */
export type NextStep = 'fix' | 'refresh' | 'sign-in' | 'retry' | 'give-up';

export type CatalogueEntry = { readonly status: number; readonly next: NextStep; readonly title: string };

export const errorCatalogue = {
  malformed: { status: 400, next: 'fix', title: 'The request cannot be read' },
  invalid: { status: 400, next: 'fix', title: 'The request has values that are not allowed' },
  not_authenticated: { status: 401, next: 'sign-in', title: 'Sign in first' },
  wrong_login: { status: 401, next: 'sign-in', title: 'The user name or the password is wrong' },
  pairing_closed: { status: 403, next: 'give-up', title: 'Nothing can be paired now: ask the manager' },
  not_allowed: { status: 403, next: 'give-up', title: 'This account may not do that' },
  foreign_origin: { status: 403, next: 'give-up', title: 'The request comes from a page of another site' },
  not_found: { status: 404, next: 'give-up', title: 'There is nothing at this address' },
  order_not_found: { status: 404, next: 'refresh', title: 'There is no such order' },
  item_not_found: { status: 404, next: 'refresh', title: 'There is no such item in the order' },
  station_not_found: { status: 404, next: 'refresh', title: 'There is no such station' },
  product_not_found: { status: 404, next: 'refresh', title: 'There is no such item on the menu' },
  user_not_found: { status: 404, next: 'refresh', title: 'There is no such person' },
  device_not_found: { status: 404, next: 'refresh', title: 'There is no such device' },
  webhook_not_found: { status: 404, next: 'refresh', title: 'There is no such webhook' },
  printer_not_found: { status: 404, next: 'refresh', title: 'There is no such printer' },
  self_order_not_found: { status: 404, next: 'refresh', title: 'There is no such order of a guest' },
  key_not_found: { status: 404, next: 'refresh', title: 'There is no such API key' },
  method_not_allowed: { status: 405, next: 'fix', title: 'This address does not take that method' },
  order_closed: { status: 409, next: 'refresh', title: 'The order is closed' },
  order_merged: { status: 409, next: 'refresh', title: 'The dishes have gone to another order' },
  order_exists: { status: 409, next: 'refresh', title: 'The order was taken before' },
  item_voided: { status: 409, next: 'refresh', title: 'The item was cancelled' },
  item_completed: { status: 409, next: 'refresh', title: 'The item has been handed over' },
  item_ready: { status: 409, next: 'refresh', title: 'The item is cooked already' },
  acknowledge_first: { status: 409, next: 'refresh', title: 'Somebody must acknowledge the allergens first' },
  cannot_undo: { status: 409, next: 'refresh', title: 'That cannot be taken back any more' },
  order_too_large: { status: 409, next: 'fix', title: 'The order would be too large' },
  item_unavailable: { status: 409, next: 'fix', title: 'The item cannot be ordered now' },
  status_backwards: { status: 409, next: 'refresh', title: 'The work is further than that already' },
  sku_taken: { status: 409, next: 'fix', title: 'The menu has this item already' },
  username_taken: { status: 409, next: 'fix', title: 'Somebody else has this user name' },
  first_manager: { status: 409, next: 'give-up', title: 'This account belongs to the kitchen computer and stays' },
  no_printer: { status: 409, next: 'give-up', title: 'No printer is meant for this' },
  self_order_gone: { status: 409, next: 'refresh', title: 'This is not waiting any more: somebody has answered it' },
  self_orders_waiting: {
    status: 409,
    next: 'give-up',
    title: 'What was sent before is still waiting: a waiter will come',
  },
  self_ordering_closed: {
    status: 409,
    next: 'give-up',
    title: 'Guests cannot order by themselves here now: ask a waiter',
  },
  command_too_old: { status: 409, next: 'give-up', title: 'This waited too long to be done now' },
  version_mismatch: { status: 412, next: 'refresh', title: 'The order has changed meanwhile' },
  too_large: { status: 413, next: 'fix', title: 'The request is too large' },
  wrong_content_type: { status: 415, next: 'fix', title: 'Send application/json' },
  wrong_host: { status: 421, next: 'give-up', title: 'This computer does not go by that name' },
  key_reused: { status: 422, next: 'fix', title: 'The Idempotency-Key belongs to another request' },
  too_many_tries: { status: 429, next: 'retry', title: 'Too many wrong tries: wait a little' },
  too_many_requests: { status: 429, next: 'retry', title: 'Too many requests: wait a little' },
  internal: { status: 500, next: 'retry', title: 'Something went wrong in the kitchen computer' },
  not_stored: { status: 503, next: 'retry', title: 'The kitchen computer could not store this' },
  busy: { status: 503, next: 'retry', title: 'The kitchen computer is busy' },
  too_many_screens: { status: 503, next: 'retry', title: 'Too many screens are connected' },
  stopping: { status: 503, next: 'retry', title: 'The kitchen computer is stopping' },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** `false` for a code that only a newer server knows. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code);
