import { setTimeout as wait } from 'node:timers/promises';
import { median } from './load.ts';
import { built, startBenchServer } from './server.ts';

/** From the start of the process to "ready", warm, with an empty data folder; and memory when nothing happens. */
const starts = 9;
const restMs = 5000;

const times: number[] = [];
const memory: number[] = [];
for (let start = 0; start < starts; start++) {
  const server = await startBenchServer(built);
  times.push(server.startedInMs);
  if (start >= starts - 3) {
    await wait(restMs);
    memory.push(server.memoryMb());
  }
  await server.stop();
}
console.log(
  `start to ready: median ${median(times).toFixed(0)} ms of ${starts} (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`,
);
console.log(
  `resident memory after ${restMs / 1000} s of rest: median ${median(memory).toFixed(0)} MB of ${memory.length}`,
);
