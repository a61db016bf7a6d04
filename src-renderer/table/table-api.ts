import type { SelfOrderIn } from '#shared/protocol/self-order-requests.ts';
import type { WireOwnSelfOrder, WireTablePlace } from '#shared/protocol/wire-self-order.ts';
import { createAsk, tellsToWait } from '../link/ask.ts';
import type { SendHttp } from '../link/http.ts';
import { productsIn } from './guest-menu.ts';

export type TableApi = ReturnType<typeof createTableApi>;

/** What a phone at a table asks, with what the code says; no cookie takes part ([SLF5]). */
export function createTableApi(http: SendHttp, secret: string) {
  const ask = createAsk((request) => http({ ...request, headers }), tellsToWait);
  const headers = { authorization: `Bearer ${secret}` };
  const at = (id: string) => `/self-orders/${encodeURIComponent(id)}`;
  return {
    place: () => ask({ method: 'GET', path: '/table' }, placeIn),
    menu: () => ask({ method: 'GET', path: '/menu' }, productsIn),
    send: (wish: SelfOrderIn) => ask({ method: 'POST', path: '/self-orders', body: wish }, ownIn),
    one: (id: string) => ask({ method: 'GET', path: at(id) }, ownIn),
    withdraw: (id: string) => ask({ method: 'POST', path: `${at(id)}/withdraw` }, ownIn),
  };
}

/** `undefined` for what says nothing of it ([ANS1]). */
function placeIn(body: unknown): WireTablePlace | undefined {
  const place = (typeof body === 'object' && body !== null ? body : {}) as Partial<WireTablePlace>;
  return typeof place.table_number === 'string' ? (place as WireTablePlace) : undefined;
}

function ownIn(body: unknown): WireOwnSelfOrder | undefined {
  const own = (typeof body === 'object' && body !== null ? body : {}) as Partial<WireOwnSelfOrder>;
  return typeof own.id === 'string' && Array.isArray(own.items) ? (own as WireOwnSelfOrder) : undefined;
}
