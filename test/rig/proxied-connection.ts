import { connect, type Socket } from 'node:net';
import type { ByteLane } from './byte-lane.ts';
import { type BytePipe, createBytePipe } from './byte-pipe.ts';
import type { Faults } from './fault.ts';
import { askedIn, refusal } from './http-look.ts';

export type Lanes = { readonly up: ByteLane; readonly down: ByteLane };

export type ProxiedDeps = {
  readonly targetPort: number;
  readonly lanes: Lanes;
  readonly faults: () => Faults;
  readonly chance: () => number;
};

/** One client and, once something of it has got through, its own connection to the server. */
export function proxyConnection(client: Socket, { targetPort, lanes, faults, chance }: ProxiedDeps): void {
  let server: Socket | undefined;
  let down: BytePipe | undefined;
  let isHung = false;
  let isHeld = false;

  function reachServer(): Socket {
    if (server) return server;
    const reached = connect({ port: targetPort, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    server = reached;
    const ends = { source: reached, target: () => client, finish: () => client.end() };
    down = createBytePipe({ lane: lanes.down, ...ends, chance });
    if (isHeld) down.hold();
    reached.on('error', () => undefined);
    reached.once('close', (hadError) => {
      if (hadError) overOpenWay(lanes.down, () => client.resetAndDestroy());
    });
    return reached;
  }

  function look(chunk: Buffer): 'pass' | 'swallow' {
    const asked = askedIn(chunk);
    const { upgrade, sse } = faults();
    if (asked === 'stream' && sse === 'buffer') holdDown();
    if (asked === 'upgrade' && upgrade !== 'pass') refuse(upgrade);
    return isHung ? 'swallow' : 'pass';
  }

  function refuse(upgrade: 'hang' | 400 | 403): void {
    isHung = true;
    if (upgrade !== 'hang') client.end(refusal(upgrade));
  }

  function holdDown(): void {
    isHeld = true;
    down?.hold();
  }

  createBytePipe({
    lane: lanes.up,
    source: client,
    target: reachServer,
    finish: () => server?.end(),
    look,
    chance,
  });
  client.on('error', () => undefined);
  client.once('close', () => overOpenWay(lanes.up, () => server?.destroy()));
}

/** Over a stalled way not even the news of an end travels. */
function overOpenWay(lane: ByteLane, act: () => void): void {
  lane.open().then(act);
}
