import { z } from 'zod';
import { type ClientFrame, clientFrame } from '#shared/protocol/client-frames.ts';

const known: ReadonlySet<string> = new Set(['ack', 'ping', 'order_draft', 'attention']);
const anyFrame = z.looseObject({ type: z.string().max(40) });

/** `ignored`: a type that we do not know, from a newer page. `malformed`: closes the connection with 4000. */
export type ReadFrame = ClientFrame | { readonly type: 'ignored' } | { readonly type: 'malformed' };

export function readClientFrame(data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean): ReadFrame {
  const value = isBinary ? undefined : parseJson(String(data));
  const frame = anyFrame.safeParse(value).data;
  if (!frame) return { type: 'malformed' };
  if (!known.has(frame.type)) return { type: 'ignored' };
  return clientFrame.safeParse(value).data ?? { type: 'malformed' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
