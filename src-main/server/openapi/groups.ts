import { guestDescriptions } from './describe-guests.ts';
import { healthDescriptions, liveDescriptions } from './describe-live.ts';
import { menuDescriptions, siteDescriptions } from './describe-menu.ts';
import {
  deviceDescriptions,
  peopleDescriptions,
  programDescriptions,
  reportDescriptions,
  sessionDescriptions,
} from './describe-office.ts';
import { orderDescriptions } from './describe-orders.ts';
import { printingDescriptions } from './describe-printing.ts';
import { selfOrderDescriptions } from './describe-self-orders.ts';
import { workDescriptions } from './describe-work.ts';
import type { Descriptions } from './description.ts';

type Group = { readonly name: string; readonly about: string; readonly of: Descriptions };

/** The chapters of the document, what a till needs first. */
export const groups: readonly Group[] = [
  { name: 'Orders', about: 'Take orders, change them, follow up on them.', of: orderDescriptions },
  { name: 'Kitchen work', about: 'What cooks, the expediter and waiters do with an order.', of: workDescriptions },
  { name: 'Menu', about: 'Dishes, 86 and stock.', of: menuDescriptions },
  { name: 'Live', about: 'Follow what happens: WebSocket, server-sent events, polling.', of: liveDescriptions },
  { name: 'Printing', about: 'Kitchen slips and bills on paper.', of: printingDescriptions },
  { name: 'Guests', about: 'Orders on the phones of guests, and accounts of theirs.', of: guestDescriptions },
  { name: 'Self-ordering', about: 'What guests ask for by the code on their table.', of: selfOrderDescriptions },
  { name: 'Programs', about: 'API keys of programs, and webhooks.', of: programDescriptions },
  { name: 'Kitchen', about: 'Stations and rules.', of: siteDescriptions },
  { name: 'Reports', about: 'Speed of service.', of: reportDescriptions },
  { name: 'Session', about: 'Signing in as a person.', of: sessionDescriptions },
  { name: 'People', about: 'Who works here.', of: peopleDescriptions },
  { name: 'Devices', about: 'Screens and tablets, and letting them in.', of: deviceDescriptions },
  { name: 'Server', about: 'Health and figures.', of: healthDescriptions },
];
