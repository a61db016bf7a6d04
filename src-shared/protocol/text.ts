import { z } from 'zod';

/**
 * Text from outside: kept exactly as sent ([INP1]), within bounds. NUL and half surrogates are refused, because no
 * database and no screen would give them back unchanged.
 */
export function text(maxLength: number) {
  return z
    .string()
    .max(maxLength, `at most ${maxLength} characters`)
    .refine(
      (value) => !value.includes('\u0000') && !/\p{Surrogate}/u.test(value),
      'has characters that cannot be stored',
    );
}

/** Text that must say something. */
export function words(maxLength: number) {
  return text(maxLength).refine((value) => value.trim() !== '', 'must not be empty');
}

/** One of a few words, in any case (`Preparing`), as people and POS systems write them ([INP2]). */
export function word<const Words extends readonly [string, ...string[]]>(allowed: Words) {
  return z
    .string()
    .transform((value) => value.trim().toLowerCase())
    .pipe(z.enum(allowed));
}

/** Names of stations, in addresses and rules. */
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens');

/** Ids are compared as text, and some programs write them in capitals. */
export const uuid = z.uuid().toLowerCase();

/** A time that four digits of a year are enough for, in UTC too. */
export const moment = z.iso
  .datetime({ offset: true })
  .refine((iso) => Date.parse(iso) < Date.UTC(10_000, 0), 'is too far away');

/**
 * When the person did it, by the kitchen's clock. A command that waited too long on a tablet is refused, not cooked
 * ([OLD1]).
 */
export const madeAt = moment.nullish();

/** What every command on an order may carry; `silent`: no screen is to ring for it ([CHM10]). */
export const commandMarks = { made_at: madeAt, silent: z.boolean().nullish() };
