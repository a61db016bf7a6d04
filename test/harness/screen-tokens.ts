import type { Api } from './api.ts';

/** Screens that share a device: all that one may have ([LIM4]). */
const screensEach = 8;

/** A token for each of so many screens, on as many paired devices as they need. */
export async function screenTokens(manager: Pick<Api, 'call'>, screens: number): Promise<readonly string[]> {
  const tokens: string[] = [];
  while (tokens.length * screensEach < screens) tokens.push(await pair(manager, tokens.length));
  return Array.from({ length: screens }, (_, index) => tokens[Math.floor(index / screensEach)] ?? '');
}

async function pair({ call }: Pick<Api, 'call'>, n: number): Promise<string> {
  const { secret } = (await call('POST', '/pair/window', { role: 'kitchen' })).json;
  const { status, text, json } = await call('POST', '/pair/claim', { secret, name: `Screens ${n}` });
  if (status !== 200) throw new Error(`pairing was answered ${status}: ${text}`);
  return json.access_token;
}
