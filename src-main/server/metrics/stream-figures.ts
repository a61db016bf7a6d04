import { Counter, Gauge, type Registry } from 'prom-client';
import { type Transport, transports } from '#shared/protocol/screen-report.ts';

/** The live connections as they are when somebody asks; the counts are since the start. */
export type StreamsNow = {
  readonly followers: readonly { readonly transport: Transport; readonly behind: number }[];
  readonly refused: number;
  readonly slow: number;
};

/** What the server itself sees of the live connections, asked at each scrape ([MET2]). */
export function createStreamFigures(register: Registry, streamsNow: () => StreamsNow): void {
  const registers = [register];
  countFollowers(registers, streamsNow);
  new Counter({
    name: 'kitchen_pass_connections_refused_total',
    help: 'Live connections that were not let in because there were too many.',
    registers,
    collect() {
      this.reset();
      this.inc(streamsNow().refused);
    },
  });
  new Counter({
    name: 'kitchen_pass_slow_clients_dropped_total',
    help: 'Live connections cut because they took nothing for too long; they come back by their cursor.',
    registers,
    collect() {
      this.reset();
      this.inc(streamsNow().slow);
    },
  });
}

function countFollowers(registers: Registry[], streamsNow: () => StreamsNow): void {
  new Gauge({
    name: 'kitchen_pass_connections',
    help: 'Live connections now, by transport; a poll counts while it is held.',
    labelNames: ['transport'],
    registers,
    collect() {
      const { followers } = streamsNow();
      for (const transport of transports) {
        this.set({ transport }, followers.filter((one) => one.transport === transport).length);
      }
    },
  });
  new Gauge({
    name: 'kitchen_pass_pump_lag_events',
    help: 'Events that the connection furthest behind has not taken yet.',
    registers,
    collect() {
      this.set(streamsNow().followers.reduce((worst, { behind }) => Math.max(worst, behind), 0));
    },
  });
}
