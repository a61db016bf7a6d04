import type { FieldError } from '#shared/errors/app-error.ts';

/** Why a line cannot be taken; the words for it are `menuOffice.line.*`. */
export type LineReason = (typeof ofFields)[keyof typeof ofFields] | (typeof ofWholes)[number][1];

export type LineTrouble = {
  readonly line: number;
  readonly reason: LineReason;
  /** What the kitchen names in its reason: a column, another line, a number. */
  readonly what: string;
};

const ofFields = {
  sku: 'sku',
  name: 'name',
  price: 'price',
  category: 'category',
  stations: 'stations',
  allergens: 'allergens',
  prep_minutes: 'prepMinutes',
  modifier_groups: 'groups',
} as const;

/** What is wrong with a whole line, or a whole file; the last holds for anything else. */
const ofWholes = [
  [/stands in line (\d+) already/, 'skuTwice'],
  [/the file is empty/, 'empty'],
  [/there is no dish in it/, 'noDish'],
  [/there is no column “(.*?)”/, 'unknownColumn'],
  [/the column “(.*?)” is missing/, 'missingColumn'],
  [/a column stands there twice/, 'columnTwice'],
  [/this is no JSON/, 'noJson'],
  [/needs a list of dishes/, 'noList'],
  [/more than (\d+) dishes/, 'tooMany'],
  [/unknown field (.*)/, 'unknownField'],
  [/Record Length/, 'tooManyCells'],
  [/Quote/, 'quote'],
  [/(.*)/s, 'other'],
] as const satisfies readonly (readonly [RegExp, string])[];

const telling = ['skuTwice', 'unknownColumn', 'missingColumn', 'tooMany', 'unknownField', 'other'] as const;

/** Whose words name `what` the kitchen has named. */
export const isTelling = (reason: LineReason): reason is (typeof telling)[number] =>
  telling.some((one) => one === reason);

/** The kitchen tells its reasons in English, each with its line; a page tells them in its own words ([MNE6]). */
export function lineTroubles(errors: readonly FieldError[]): readonly LineTrouble[] {
  const all = errors.map(troubleIn);
  // Several things may be wrong with one cell; it has to be written anew once.
  return all.filter((one, at) => all.findIndex(({ line, reason, what }) => sameAs(one, line, reason, what)) === at);
}

const sameAs = (one: LineTrouble, line: number, reason: LineReason, what: string) =>
  one.line === line && one.reason === reason && one.what === what;

function troubleIn({ path, reason }: FieldError): LineTrouble {
  const [, line = '1', field = ''] = /^line (\d+)(?:: (\w+))?/.exec(path) ?? [];
  if (Object.hasOwn(ofFields, field) && !reason.includes('already'))
    return { line: Number(line), reason: ofFields[field as keyof typeof ofFields], what: '' };
  for (const [pattern, known] of ofWholes) {
    const match = pattern.exec(reason);
    if (match) return { line: Number(line), reason: known, what: match[1] ?? '' };
  }
  return { line: Number(line), reason: 'other', what: reason };
}
