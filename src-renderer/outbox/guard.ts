/** Whether a value that lay on a disk, or came by the wire, is what its type says. */
export type Guard = (value: unknown) => boolean;

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
export const isString: Guard = (value) => typeof value === 'string';
export const isBoolean: Guard = (value) => typeof value === 'boolean';
export const isWhole: Guard = (value) => Number.isSafeInteger(value);
/** What a date can be made of. */
export const isMoment: Guard = (value) => typeof value === 'number' && Math.abs(value) <= 8.64e15;

export const isOneOf =
  (words: readonly string[]): Guard =>
  (value) =>
    words.some((word) => word === value);
export const isNullOr =
  (guard: Guard): Guard =>
  (value) =>
    value === null || guard(value);
export const isUnsetOr =
  (guard: Guard): Guard =>
  (value) =>
    value === undefined || guard(value);
export const isListOf =
  (guard: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(guard);
/** Each field that is named; others may be there too. */
export const isShape =
  (shape: Readonly<Record<string, Guard>>): Guard =>
  (value) =>
    isFields(value) && Object.entries(shape).every(([name, isRight]) => isRight(value[name]));
