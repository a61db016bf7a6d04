import { accountsOpen, guestLink, keptOrder, registered } from './answer-guest.ts';
import { listOf } from './answer-office.ts';
import type { Descriptions } from './description.ts';

/** What guests see of their orders on phones of their own. */
export const guestDescriptions: Descriptions = {
  'GET /orders/:id/guest-link': {
    summary: 'The link of an order, for its guest',
    about:
      'Put `path` behind the address by which phones reach the server, or behind one of `bases`. What stands behind `/o/` is a credential for that one order, good while it is open and for three hours after the last that was done to it.',
    answer: guestLink,
    refusals: ['order_not_found'],
  },
  'GET /account': { summary: 'Whether guests can make accounts', answer: accountsOpen },
  'POST /auth/register': {
    summary: 'Make an account for a guest',
    about: 'Only where `customer_accounts` is set. The guest is signed in by it; browsers also get a cookie.',
    answer: registered,
    status: 201,
    refusals: ['not_found', 'too_many_tries', 'busy'],
  },
  'GET /account/orders': {
    summary: 'The orders that a guest has kept',
    about: 'The last 100. `path` is null when the link of an order is no longer good.',
    answer: listOf(keptOrder),
  },
  'POST /account/orders': {
    summary: 'Keep an order in the own account',
    about: 'By the secret of its link, the part of the path behind `/o/`.',
    refusals: ['order_not_found'],
  },
  'POST /account/close': {
    summary: 'Close the own account',
    about: 'Name, password, sessions and list are gone; the orders stay in the books of the restaurant.',
    refusals: ['wrong_login', 'too_many_tries'],
  },
};
