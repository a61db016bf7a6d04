import type { Cookies } from 'electron';
import type { Logger } from 'pino';
import type { OrderServer } from '../server/order-server.ts';

const hour = 3600_000;
/** A session lasts twelve hours; the window is given a new one long before. */
const renewAfterMs = 4 * hour;
const goneAfterMs = 11 * hour;

export type WindowSignIn = {
  readonly cookies: Cookies;
  readonly server: Pick<OrderServer, 'hostCookie'>;
  readonly url: string;
  readonly log: Logger;
};

/** Keeps the window on the server's own machine signed in: nobody should meet a login there in the middle of a rush. */
export interface SignIn {
  renew(): Promise<void>;
  /** After a sleep of the machine. `true` when the session had ended meanwhile, so the page must be loaded again. */
  renewAfterSleep(): Promise<boolean>;
  stop(): void;
}

export function createSignIn({ cookies, server, url, log }: WindowSignIn): SignIn {
  let renewedAtMs = 0;

  async function renew(): Promise<void> {
    const { name, value } = await server.hostCookie();
    const secure = url.startsWith('https:');
    await cookies.set({ url, name, value, path: '/', httpOnly: true, sameSite: 'strict', secure });
    renewedAtMs = Date.now();
  }

  const timer = setInterval(() => {
    renew().catch((error) => log.error({ err: error }, 'the window could not be signed in again'));
  }, renewAfterMs);
  timer.unref();

  return {
    renew,
    renewAfterSleep: async () => {
      const hadEnded = Date.now() - renewedAtMs > goneAfterMs;
      await renew();
      return hadEnded;
    },
    stop: () => clearInterval(timer),
  };
}
