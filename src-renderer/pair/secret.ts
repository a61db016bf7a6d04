/**
 * The secret of the QR stands behind the `#`, which no browser sends anywhere; taken out of the address at once, so
 * that it stays in no history and on no screen ([PAI2]). `undefined` when there is none.
 */
export function takeSecret(): string | undefined {
  const secret = location.hash.slice(1);
  if (secret === '') return undefined;
  history.replaceState(null, '', location.pathname);
  return secret;
}
