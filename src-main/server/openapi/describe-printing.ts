import { z } from 'zod';
import { listOf } from './answer-office.ts';
import { printedOn, printer, printersSummary, printerTested } from './answer-printing.ts';
import type { Descriptions } from './description.ts';

/** Paper. */
export const printingDescriptions: Descriptions = {
  'POST /orders/:id/print': {
    summary: 'Print a kitchen slip or a bill',
    about:
      '`kitchen`: the part of one `station` or of all, at their printers. `guest`: the bill, at the first printer that is meant for bills. Nobody waits for the printers: 202 says that they have been told.',
    answer: printedOn,
    status: 202,
    refusals: ['order_not_found', 'order_merged', 'order_closed', 'station_not_found', 'no_printer'],
    headers: { 'Idempotency-Key': 'The same wish under the same key is one slip. 1 to 200 printable characters.' },
  },
  'GET /printers/waiting': {
    summary: 'What can be printed here, and what waits',
    answer: printersSummary,
  },
  'GET /printers': { summary: 'List the printers', answer: listOf(printer) },
  'POST /printers': {
    summary: 'Add a printer',
    about: 'An address of the own network, which takes ESC/POS at a port from 9100 to 9199; twenty at most.',
    answer: printer,
    status: 201,
  },
  'PATCH /printers/:id': {
    summary: 'Change a printer',
    about: 'What is not named stays. What waits for it is tried again at once.',
    answer: printer,
    refusals: ['printer_not_found'],
  },
  'DELETE /printers/:id': {
    summary: 'Remove a printer',
    about: 'And what waits for it.',
    refusals: ['printer_not_found'],
  },
  'POST /printers/:id/test': {
    summary: 'Print a few lines now',
    about: 'Says what came of it: `trouble` is null when it came out.',
    answer: printerTested,
    refusals: ['printer_not_found'],
  },
  'GET /printers/preview': {
    summary: 'A picture of a slip',
    about: 'Of an order that nobody has ordered, as a printer that is set so would print it.',
    answer: z.string(),
    mediaType: 'image/svg+xml',
  },
};
