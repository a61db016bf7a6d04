import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { AppError } from '#shared/errors/app-error.ts';
import type { Caller, Clock } from '../ports.ts';
import { createHostList, type HostNames } from './host-list.ts';
import { createKnownSockets } from './known-sockets.ts';
import { isForeign } from './origin.ts';
import { isOnOwnPhone } from './own-phone.ts';
import { createRequestLimits, type RequestLimits } from './request-limits.ts';
import { createStrangerSockets, type StrangerSockets } from './stranger-sockets.ts';

/** What is asked at the door before anybody's name: where they think they are, where they come from, how often they come. */
export interface Gate {
  /** Sites whose pages may come here. */
  readonly allowedOrigins: readonly string[];
  readonly limits: RequestLimits;
  readonly strangers: StrangerSockets;
  /** Somebody signed in asks on this connection; a guest on a phone of their own stays a stranger ([GST6]). */
  know(socket: Socket, caller: Caller): void;
  /**
   * What this request is not even looked at for. `mayChange`: a write or an upgrade, which no page of another site may
   * send ([ORG1]). Never throws.
   */
  refusal(request: IncomingMessage, mayChange: boolean): AppError | undefined;
}

export type GateNames = HostNames & { readonly allowedOrigins: readonly string[] };

export function createGate({ allowedOrigins, ...names }: GateNames, clock: Clock): Gate {
  const hosts = createHostList(names, clock);
  const strangers = createStrangerSockets(clock);
  const known = createKnownSockets();
  return {
    allowedOrigins,
    limits: createRequestLimits(clock),
    strangers,
    know: (socket, caller) => {
      if (isOnOwnPhone(caller)) return;
      strangers.know(socket);
      known.use(socket, caller);
    },
    refusal: (request, mayChange) => {
      const verdict = hosts.verdictOn(request);
      if (verdict !== 'ours') return new AppError(verdict, wordsFor[verdict]);
      return mayChange && isForeign(request, allowedOrigins) ? new AppError('foreign_origin') : undefined;
    },
  };
}

const wordsFor = {
  malformed: 'The request does not say, in one Host header, which computer it is for.',
  wrong_host: 'Open it by its address or as kitchen-pass.local, or add this name to KDS_ALLOWED_HOSTS.',
} as const;
