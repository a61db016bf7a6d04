import { z } from 'zod';
import type { PrinterOut, PrintersSummary, PrinterTested } from '#shared/protocol/printer-requests.ts';
import { printerLanguages, printerLetters, printerPapers, printerTroubles } from '#shared/protocol/printer-words.ts';
import { timeOrNull } from './answer-order.ts';

/** Printers as answers show them. */

const trouble = z.enum(printerTroubles).nullable();

export const printer = z.object({
  id: z.uuid(),
  name: z.string(),
  host: z.string(),
  port: z.int(),
  paper: z.literal(printerPapers).describe('Its width in millimetres.'),
  letters: z.enum(printerLetters),
  language: z.enum(printerLanguages),
  stations: z.array(z.string()).describe('Whose kitchen slips come out here.'),
  guest: z.boolean().describe('Bills come out here.'),
  reached_at: timeOrNull.describe('When it took something last.'),
  trouble: trouble.describe('Why it does not print.'),
  trouble_at: timeOrNull,
  waiting: z.int().describe('Slips that wait for it.'),
  dropped: z.int().describe('Slips of the last day that it will not print any more.'),
});
printer satisfies z.ZodType<PrinterOut>;

export const printersSummary = z.object({
  kitchen: z.boolean().describe('Kitchen slips can be printed.'),
  guest: z.boolean().describe('Bills can be printed.'),
  waiting: z.int(),
  troubled: z.array(z.string()).describe('Printers that do not print what waits for them.'),
});
printersSummary satisfies z.ZodType<PrintersSummary>;

export const printerTested = z.object({ printed: z.boolean(), trouble });
printerTested satisfies z.ZodType<PrinterTested>;

export const printedOn = z.object({ printers: z.array(z.string()).describe('Names of the printers it comes out of.') });
