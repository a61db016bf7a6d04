import equal from 'fast-deep-equal';

/** Each field as it was before, where it is still as it was left ([UND1]); `undefined` when one is not. */
export function undoneFields<Value extends object>(
  now: Value,
  before: Value,
  after: Value,
  except: ReadonlySet<string>,
): Value | undefined {
  const next = { ...now };
  // A field may be newer than the document.
  for (const field of Object.keys({ ...after, ...before }) as (keyof Value)[]) {
    if (except.has(String(field)) || equal(before[field], after[field])) continue;
    if (!equal(now[field], after[field])) return undefined;
    next[field] = before[field];
  }
  return next;
}
