/** One frame of a stream in the forms that the transports need; each form is made once, for all who are sent it. */
export interface Frame {
  /** JSON text: one WebSocket message. */
  json(): Buffer;
  /** Server-sent events, one block for each event, ready to be written ([SSE1]). */
  sse(): Buffer;
}

/** `cursor` is the place to come back to after this frame; most frames give none ([SNP1]). */
export function createFrame(text: string, cursor?: string): Frame {
  return lazyFrame(
    () => text,
    () => sseBlock(text, cursor),
  );
}

export function lazyFrame(json: () => string, sse: () => string): Frame {
  let asJson: Buffer | undefined;
  let asSse: Buffer | undefined;
  return {
    json: () => {
      asJson ??= ownBytes(json());
      return asJson;
    },
    sse: () => {
      asSse ??= ownBytes(sse());
      return asSse;
    },
  };
}

/** Frames are kept for long: a piece of Node's shared pool would keep all that lies beside it, several times as much. */
function ownBytes(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

/** JSON text has no line breaks of its own, so one `data` line holds it. */
export function sseBlock(json: string, cursor: string | undefined): string {
  return cursor === undefined ? `data: ${json}\n\n` : `id: ${cursor}\ndata: ${json}\n\n`;
}
