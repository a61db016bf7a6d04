/** The number for `npm test`, or the one for `npm run test:long`. */
export function scale({ short, long }: { readonly short: number; readonly long: number }): number {
  return process.env.KDS_TEST_LONG ? long : short;
}
