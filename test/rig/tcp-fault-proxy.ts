import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { findStablePort } from '../harness/stable-port.ts';
import { createByteLane } from './byte-lane.ts';
import { type Faults, noFaults } from './fault.ts';
import { type Lanes, proxyConnection } from './proxied-connection.ts';

/** A bad network on one machine: real sockets on both sides, whatever fault the test wants between them. */
export type TcpFaultProxy = {
  readonly url: string;
  readonly port: number;
  /** These faults and no others from now on, for open connections and new ones. Resolves when it is so. */
  become(faults: Partial<Faults>): Promise<void>;
  heal(): Promise<void>;
  /** Breaks every connection as a crashed machine does: with a reset, at once. */
  cut(): void;
  /** Ends every connection in good order. */
  end(): void;
  /** What is open stays open and carries nothing for ever, as after a change of address; new connections are good. */
  strand(): void;
  /** Connections that are open now. */
  open(): number;
  /** Connections that were ever taken. */
  taken(): number;
  close(): Promise<void>;
};

export type ProxyOptions = { readonly targetPort: number; readonly chance?: () => number };

export async function createTcpFaultProxy({ targetPort, chance = Math.random }: ProxyOptions): Promise<TcpFaultProxy> {
  const port = await findStablePort();
  let lanes = layLanes();
  const clients = new Set<Socket>();
  let present: Faults = noFaults;
  let server: Server | undefined;
  let taken = 0;

  function take(client: Socket): void {
    taken++;
    clients.add(client);
    client.once('close', () => clients.delete(client));
    proxyConnection(client, { targetPort, lanes, chance, faults: () => present });
  }

  async function listen(): Promise<void> {
    if (server) return;
    server = createServer({ noDelay: true, allowHalfOpen: true }, take);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  }

  async function become(change: Partial<Faults>): Promise<void> {
    present = { ...noFaults, ...change };
    if (present.refuse) {
      server?.close();
      server = undefined;
    } else await listen();
    lanes.up.set(present.up);
    lanes.down.set(present.down);
  }

  function strand(): void {
    for (const lane of [lanes.up, lanes.down]) lane.set({ ...lane.way(), stalled: true });
    lanes = layLanes();
  }

  function forEach(act: (client: Socket) => void): void {
    for (const client of [...clients]) act(client);
  }

  await listen();
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    become,
    heal: () => become({}),
    cut: () => forEach((client) => client.resetAndDestroy()),
    end: () => forEach((client) => client.end()),
    strand,
    open: () => clients.size,
    taken: () => taken,
    close: async () => {
      await become({ refuse: true });
      forEach((client) => client.destroy());
    },
  };
}

const layLanes = (): Lanes => ({ up: createByteLane(noFaults.up), down: createByteLane(noFaults.down) });
