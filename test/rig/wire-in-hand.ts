import type { ServerFrame } from '#shared/protocol/frames.ts';
import type { Frame } from '../../src-main/server/fanout/frame.ts';
import type { Wire } from '../../src-main/server/transport/stream.ts';

/** A connection that takes one frame when it is told to, so that attaching lasts many turns; each step is a moment. */
export type WireInHand = {
  readonly wire: Wire;
  /** The reader gets the next frame; `false` when none waits. */
  take(): boolean;
};

export function wireInHand(
  transport: 'websocket' | 'sse',
  read: (frame: ServerFrame) => void,
  moment: () => void,
): WireInHand {
  const waiting: { frame: Frame; done: () => void }[] = [];
  return {
    wire: {
      transport,
      isOpen: () => true,
      signs: () => 0,
      takenBytes: () => 0,
      bufferedBytes: () => (waiting.length < 2 ? 0 : Number.POSITIVE_INFINITY),
      send: (frame, done) => {
        waiting.push({ frame, done });
        moment();
      },
      end: (bye) => read(JSON.parse(String(bye.json()))),
    },
    take: () => {
      const first = waiting.shift();
      if (!first) return false;
      for (const frame of framesIn(first.frame, transport)) read(frame);
      moment();
      first.done();
      moment();
      return true;
    },
  };
}

function framesIn(frame: Frame, transport: 'websocket' | 'sse'): ServerFrame[] {
  if (transport === 'websocket') return [JSON.parse(String(frame.json()))];
  const data = String(frame.sse()).matchAll(/^data: (.*)$/gm);
  return [...data].map(([, json]) => JSON.parse(json ?? ''));
}
