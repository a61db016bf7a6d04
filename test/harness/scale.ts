/** What counts for `npm test`, or for `npm run test:long`. */
export function scale<Value = number>({ short, long }: { readonly short: Value; readonly long: Value }): Value {
  return process.env.KDS_TEST_LONG ? long : short;
}
