/**
 * What must be in no log: tokens, passwords and guests' data that a test has sent to a server, or been given by it
 * ([LOG1]). Kept for each server until its log has been searched.
 */
const sentTo = new Map<string, Set<string>>();

const secretFields =
  /^(password|current_password|new_password|pin|secret|pickup_secret|access_token|key|customer_name|customer_phone|notes|reason)$/;

/** Shorter ones are found by chance in any log: 4711 is a port as well. */
const shortest = 6;

export function rememberSecret(url: string, text: string): void {
  if (text.length < shortest) return;
  const known = sentTo.get(url) ?? new Set();
  known.add(text);
  sentTo.set(url, known);
}

/** Those in a body that was sent or answered, however deep. */
export function rememberSecretsIn(url: string, body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const [field, value] of Object.entries(body)) {
    if (typeof value === 'string' && secretFields.test(field)) rememberSecret(url, value);
    else rememberSecretsIn(url, value);
  }
}

/** Throws when one of them stands in the log of that server; forgets them otherwise. */
export function searchLog(url: string, log: string): void {
  const known = sentTo.get(url) ?? new Set();
  sentTo.delete(url);
  if (log === '') return;
  for (const secret of known) {
    const written = [secret, JSON.stringify(secret).slice(1, -1)];
    const at = written.map((text) => log.indexOf(text)).find((found) => found >= 0);
    if (at !== undefined)
      throw new Error(`[LOG1] the log holds what was sent: ${log.slice(Math.max(0, at - 200), at + 100)}`);
  }
}
