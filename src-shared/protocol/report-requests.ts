import { z } from 'zod';

const day = z.iso.date();

/** `GET /reports/{tickets,items,stations}`: business days, both included; one day when only `from` is given. */
export const reportQuery = z
  .strictObject({ from: day, to: day.optional(), format: z.enum(['json', 'csv']).default('json') })
  .transform(({ from, to = from, format }) => ({ from, to, format }))
  .refine(({ from, to }) => from <= to, { message: 'is before from', path: ['to'] });
export type ReportQuery = z.output<typeof reportQuery>;
