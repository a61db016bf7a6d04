import { type Api, apiFor } from './api.ts';

export type Paired = { readonly id: string; readonly token: string; readonly api: Api };

/** A device that the manager has let in by QR. */
export async function pairDevice(manager: Api, role: 'kitchen' | 'waiter' | 'display', name: string): Promise<Paired> {
  const { secret } = (await manager.call('POST', '/pair/window', { role })).json;
  const paired = await apiFor(manager.url, '').call('POST', '/pair/claim', { secret, name });
  if (paired.status !== 200) throw new Error(`pairing was answered ${paired.status}: ${paired.text}`);
  const token: string = paired.json.access_token;
  return { id: paired.json.device_id, token, api: apiFor(manager.url, token) };
}
