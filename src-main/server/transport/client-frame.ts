import { z } from 'zod';

/** What a client may send on a stream; a type that we do not know is ignored, anything else is malformed. */
const clientFrame = z.looseObject({ type: z.string().max(40) });

export type ClientFrame = z.output<typeof clientFrame>;

/** `undefined` for a frame that closes the connection with 4000. */
export function parseClientFrame(data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean): ClientFrame | undefined {
  if (isBinary) return undefined;
  try {
    return clientFrame.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
}
