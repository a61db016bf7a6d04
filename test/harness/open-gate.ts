import { createGate, type Gate } from '../../src-main/server/transport/gate.ts';

/** The gate of a server that nobody has told of other names. */
export const openGate = (): Gate =>
  createGate({ host: '127.0.0.1', allowedHosts: [], allowedOrigins: [] }, { nowMs: () => Date.now() });
