/**
 * Where a reader is in the log: `<epoch>.<seq>`, opaque to clients ([CUR1]). The epoch is new at every server start,
 * so a cursor from before a restart or a restore is never taken for a place in the present log.
 */
export type Cursor = { readonly epoch: string; readonly seq: number };

export const formatCursor = ({ epoch, seq }: Cursor): string => `${epoch}.${seq}`;

const shape = /^([0-9a-f]{16})\.(\d{1,15})$/;

/** `undefined` for anything that we did not make: the reader then gets a snapshot, never an error. */
export function parseCursor(text: string | null | undefined): Cursor | undefined {
  const match = shape.exec(text ?? '');
  return match?.[1] && match[2] ? { epoch: match[1], seq: Number(match[2]) } : undefined;
}
