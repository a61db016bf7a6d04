import { once } from 'node:events';
import WebSocket from 'ws';
import type { ServerProcess } from './server-process.ts';

/** Settings of a server whose memory can be looked at. */
export const openToLook = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/** Megabytes that a server still needs when all its garbage has been collected. */
export type LiveMemory = {
  /** Objects and buffers. */
  readonly keptMb: number;
  /** What the system has given it. */
  readonly residentMb: number;
};

/** Without this, memory shows when the garbage was collected last, and little else. */
export async function liveMemory(server: Pick<ServerProcess, 'stderr'>): Promise<LiveMemory> {
  const address = [...server.stderr().matchAll(/Debugger listening on (ws:\S+)/g)].at(-1)?.[1];
  if (address === undefined) throw new Error('the server was not started to be looked at');
  const socket = new WebSocket(address);
  await once(socket, 'open');
  try {
    await ask(socket, 1, 'HeapProfiler.collectGarbage');
    const expression = 'JSON.stringify(process.memoryUsage())';
    const { result } = await ask(socket, 2, 'Runtime.evaluate', { expression });
    const { heapUsed, external, rss } = JSON.parse(result.value);
    return { keptMb: (heapUsed + external) / 1024 ** 2, residentMb: rss / 1024 ** 2 };
  } finally {
    socket.terminate();
  }
}

async function ask(socket: WebSocket, id: number, method: string, params = {}): Promise<any> {
  socket.send(JSON.stringify({ id, method, params }));
  for (;;) {
    const [data] = await once(socket, 'message');
    const answer = JSON.parse(String(data));
    if (answer.id === id) return answer.result;
  }
}
