/** What is wrong with one direction of a network. Nothing is wrong with `clearWay`. */
export type Way = {
  /** Every byte comes so much later, in order. */
  readonly latencyMs: number;
  /** Shared by all connections of the proxy, as a device's radio is; `Infinity` for no limit. */
  readonly bytesPerS: number;
  /** Nothing is taken and nothing delivered, not even an end: what a dead access point does. */
  readonly stalled: boolean;
  /** Delivered in pieces of 1 to so many bytes; 0 for as it came. */
  readonly chopBytes: number;
};

/** What stands between a screen and the kitchen's computer. */
export type Faults = {
  /** From the screen to the server. */
  readonly up: Way;
  /** From the server to the screen. */
  readonly down: Way;
  /** Connecting is refused at once. Connections that are open stay so. */
  readonly refuse: boolean;
  /** What becomes of a WebSocket upgrade: a status answers it, `hang` never does. */
  readonly upgrade: 'pass' | 'hang' | 400 | 403;
  /** `buffer`: a stream is collected and given out when it has ended, as some proxies and virus scanners do. */
  readonly sse: 'pass' | 'buffer';
};

const clearWay: Way = { latencyMs: 0, bytesPerS: Number.POSITIVE_INFINITY, stalled: false, chopBytes: 0 };
export const noFaults: Faults = { up: clearWay, down: clearWay, refuse: false, upgrade: 'pass', sse: 'pass' };

const bothWays = (change: Partial<Way>): Pick<Faults, 'up' | 'down'> => ({
  up: { ...clearWay, ...change },
  down: { ...clearWay, ...change },
});

/** The kinds of trouble that tests name; each is a change of `noFaults`. */
export const faults = {
  stalled: bothWays({ stalled: true }),
  /** The server hears the screen, the screen hears nothing. */
  deafScreen: { down: { ...clearWay, stalled: true } },
  /** The screen hears the server, which hears nothing. */
  muteScreen: { up: { ...clearWay, stalled: true } },
  late: (latencyMs: number) => bothWays({ latencyMs }),
  slow: (bytesPerS: number) => bothWays({ bytesPerS }),
  chopped: (chopBytes: number) => bothWays({ chopBytes }),
  refused: { refuse: true },
  upgradeRefused: { upgrade: 403 },
  upgradeHung: { upgrade: 'hang' },
  /** Neither WebSocket nor a stream gets through. */
  onlyPolling: { upgrade: 403, sse: 'buffer' },
} as const;
