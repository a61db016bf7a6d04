import type { FailedEventOut, WebhookOut } from '#shared/protocol/webhook-requests.ts';
import { type Ask, nothing } from '../../link/ask.ts';

/** With the secret, which is told once. */
export type NewWebhook = WebhookOut & { readonly secret: string };
export type TestResult = { readonly taken: boolean; readonly said: string };
export type WebhookApi = ReturnType<typeof createWebhookApi>;

const root = '/webhooks';

/** What a manager asks the kitchen about programs that are told what happens. */
export function createWebhookApi(ask: Ask) {
  const at = (id: string, rest = '') => `${root}/${encodeURIComponent(id)}${rest}`;
  return {
    list: () => ask({ method: 'GET', path: root }, itemsIn<WebhookOut>),
    add: (url: string, types: readonly string[]) =>
      ask({ method: 'POST', path: root, body: { url, types } }, bodyWith<NewWebhook>('secret')),
    remove: (id: string) => ask({ method: 'DELETE', path: at(id) }, nothing),
    test: (id: string) => ask({ method: 'POST', path: at(id, '/test') }, bodyWith<TestResult>('taken')),
    failed: (id: string) => ask({ method: 'GET', path: at(id, '/failed') }, itemsIn<FailedEventOut>),
    retry: (id: string) => ask({ method: 'POST', path: at(id, '/failed/retry') }, nothing),
    retryOne: (id: string, seq: number) => ask({ method: 'POST', path: at(id, `/failed/${seq}/retry`) }, nothing),
    forget: (id: string, seq: number) => ask({ method: 'DELETE', path: at(id, `/failed/${seq}`) }, nothing),
  };
}

function itemsIn<Item>(body: unknown): readonly Item[] | undefined {
  if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return undefined;
  return body.items as readonly Item[];
}

const bodyWith =
  <Body extends object>(field: keyof Body & string) =>
  (body: unknown): Body | undefined =>
    typeof body === 'object' && body !== null && field in body ? (body as Body) : undefined;
