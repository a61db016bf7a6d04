import { z } from 'zod';
import {
  type PrinterLanguage,
  type PrinterLetters,
  type PrinterPaper,
  type PrinterTrouble,
  printerLanguages,
  printerLetters,
  printerPapers,
  printerPorts,
} from './printer-words.ts';
import { slug, words } from './text.ts';

const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** A name of the network, or an address in figures. */
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .refine((host) => isName.test(host) || z.ipv6().safeParse(host).success, 'a name or an address of the network');

/** `POST /printers` */
export const printerIn = z.strictObject({
  name: words(60),
  host,
  port: z.int().min(printerPorts.first).max(printerPorts.last).default(printerPorts.first),
  paper: z.literal(printerPapers).default(80),
  letters: z.enum(printerLetters).default('latin'),
  language: z.enum(printerLanguages).default('en'),
  stations: z.array(slug).max(40).default([]),
  guest: z.boolean().default(false),
});

/** `PATCH /printers/{id}`: what is not named stays. */
export const printerChangeIn = z.strictObject({
  name: words(60).optional(),
  host: host.optional(),
  port: z.int().min(printerPorts.first).max(printerPorts.last).optional(),
  paper: z.literal(printerPapers).optional(),
  letters: z.enum(printerLetters).optional(),
  language: z.enum(printerLanguages).optional(),
  stations: z.array(slug).max(40).optional(),
  guest: z.boolean().optional(),
});

/** `GET /printers/preview`: a slip as it will look, of an order that nobody ordered. */
export const printerPreviewQuery = z.strictObject({
  paper: z.coerce.number().pipe(z.literal(printerPapers)).default(80),
  letters: z.enum(printerLetters).default('latin'),
  language: z.enum(printerLanguages).default('en'),
  slip: z.enum(['kitchen', 'guest']).default('kitchen'),
});

/** `POST /orders/{id}/print`; `station`: that station's part, else all of the kitchen's. */
export const printIn = z.strictObject({
  slip: z.enum(['kitchen', 'guest']),
  station: slug.nullish(),
});

export type PrinterIn = z.output<typeof printerIn>;
export type PrinterChangeIn = z.output<typeof printerChangeIn>;
export type PrintIn = z.output<typeof printIn>;

export type PrinterOut = {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly paper: PrinterPaper;
  readonly letters: PrinterLetters;
  readonly language: PrinterLanguage;
  readonly stations: readonly string[];
  readonly guest: boolean;
  /** When it took something last. */
  readonly reached_at: string | null;
  readonly trouble: PrinterTrouble | null;
  readonly trouble_at: string | null;
  /** Slips that wait for it, and those of the last day that were dropped. */
  readonly waiting: number;
  readonly dropped: number;
};

/** `GET /printers/waiting`: what can be printed here, how much waits, and which printers do not print what they should. */
export type PrintersSummary = {
  readonly kitchen: boolean;
  readonly guest: boolean;
  readonly waiting: number;
  readonly troubled: readonly string[];
};

/** What a test print came to; `trouble` is null when it came out. */
export type PrinterTested = { readonly printed: boolean; readonly trouble: PrinterTrouble | null };
