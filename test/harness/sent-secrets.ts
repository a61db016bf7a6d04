/**
 * What must be in no log: tokens, passwords, guests' data and people's names that a test has sent to a server, or been
 * given by it ([LOG1]). Kept for each server until its log has been searched.
 */
const sentTo = new Map<string, Set<string>>();

const secretFields =
  /^(password|current_password|new_password|pin|secret|pickup_secret|access_token|key|customer_name|customer_phone|notes|reason|message|draft_id)$/;
/** Where people and devices are spoken of; elsewhere a name is a dish's. */
const nameFields = /^(name|username|display_name|paired_as)$/;
const ofPeople = /^\/(api\/(v1\/)?)?(users|devices|api-keys|pair|auth)\b/;

/** Shorter ones are found by chance in any log: 4711 is a port as well. */
const shortest = 6;

export function rememberSecret(url: string, text: string): void {
  if (text.length < shortest) return;
  const known = sentTo.get(url) ?? new Set();
  known.add(text);
  sentTo.set(url, known);
}

/** Those in a body that was sent to a path or answered there, however deep. */
export function rememberSecretsIn(url: string, body: unknown, path = ''): void {
  if (typeof body !== 'object' || body === null) return;
  for (const [field, value] of Object.entries(body)) {
    const isSecret = secretFields.test(field) || (ofPeople.test(path) && nameFields.test(field));
    if (typeof value === 'string' && isSecret) rememberSecret(url, value);
    else rememberSecretsIn(url, value, path);
  }
}

/** The same of text that may be JSON: a frame, a body as it goes over the wire. */
export function rememberSecretsInText(url: string, text: string, path = ''): void {
  try {
    rememberSecretsIn(url, JSON.parse(text), path);
  } catch {
    // No JSON has no fields.
  }
}

/** A server that is started anew may be told by another address what it, or the one before, must not write. */
export function inheritSecrets(from: string, to: string): void {
  if (from === to) return;
  for (const secret of sentTo.get(from) ?? []) rememberSecret(to, secret);
}

/** Throws when one of them stands in the log of that server. */
export function searchLog(url: string, log: string): void {
  if (log === '') return;
  for (const secret of sentTo.get(url) ?? []) {
    const written = [secret, JSON.stringify(secret).slice(1, -1)];
    const at = written.map((text) => log.indexOf(text)).find((found) => found >= 0);
    if (at !== undefined)
      throw new Error(`[LOG1] the log holds what was sent: ${log.slice(Math.max(0, at - 200), at + 100)}`);
  }
}

/** Of a server that is gone for good. */
export function forgetSecrets(url: string): void {
  sentTo.delete(url);
}
