import { closeCodes } from '#shared/protocol/close-codes.ts';
import type { Attempt, End } from './attempt.ts';
import type { Transport } from './transport.ts';

/**
 * Which transport to try next ([LNK9]). WebSocket until it has failed three times in a row without ever being live,
 * while HTTP answers; then SSE until it fails twice or falls silent; then polling, which always goes. A failure
 * speaks against a transport only if HTTP is known to have answered before the attempt began: a network that is away
 * speaks against none.
 */
export interface TransportChoice {
  current(): Transport;
  /** The kitchen's computer has answered a plain request, or has not. */
  probed(answers: boolean, atMs: number): void;
  failed(attempt: Pick<Attempt, 'transport' | 'startedAtMs' | 'wasLive' | 'isSeeking'>, end: End): void;
  live(transport: Transport): void;
  reset(): void;
}

const mostFailures: Readonly<Record<Transport, number>> = { websocket: 3, sse: 2, polling: Number.POSITIVE_INFINITY };
const next: Readonly<Record<Transport, Transport>> = { websocket: 'sse', sse: 'polling', polling: 'polling' };

export function createTransportChoice(): TransportChoice {
  let current: Transport = 'websocket';
  let failures = 0;
  /** HTTP has answered every probe since; infinite while it is not known to. */
  let answersSinceMs = Number.POSITIVE_INFINITY;

  function use(transport: Transport): void {
    current = transport;
    failures = 0;
  }

  return {
    current: () => current,
    probed: (answers, atMs) => {
      answersSinceMs = answers ? Math.min(answersSinceMs, atMs) : Number.POSITIVE_INFINITY;
      if (!answers) failures = 0;
    },
    failed: (attempt, end) => {
      // A trial of something better that fell through says nothing about what we have.
      if (attempt.transport !== current) return;
      if (current === 'sse' && end.kind === 'silent') return use('polling');
      if (attempt.wasLive() || hasSpoken(end)) return;
      // The kitchen has answered it, and no WebSocket came for as long as any could take ([LNK15]).
      if (attempt.isSeeking && answersSinceMs !== Number.POSITIVE_INFINITY) return use(next[current]);
      failures++;
      if (failures >= mostFailures[current] && attempt.startedAtMs >= answersSinceMs) use(next[current]);
    },
    live: (transport) => {
      use(transport);
      answersSinceMs = Number.POSITIVE_INFINITY;
    },
    reset: () => {
      use('websocket');
      answersSinceMs = Number.POSITIVE_INFINITY;
    },
  };
}

/** The server itself has closed it, with a code that is not used by what stands in between: then it was reached. */
const hasSpoken = (end: End) => end.kind === 'closed' && (end.code >= 4000 || end.code === closeCodes.restarting);
