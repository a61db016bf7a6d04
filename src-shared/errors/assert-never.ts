/** Ends every switch over a union: a new member that is forgotten does not compile. `why` is for who meets it at run time. */
export function assertNever(value: never, why: string): never {
  throw new Error(`${why}: ${JSON.stringify(value)}`);
}
