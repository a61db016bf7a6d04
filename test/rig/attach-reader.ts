import { type Cursor, formatCursor } from '#shared/protocol/cursor.ts';
import type { ServerFrame } from '#shared/protocol/frames.ts';
import { createFrameReader } from '../../src-renderer/link/frame-reader.ts';

/** What a screen would show from the frames it is given, by the product's own reader; names what did not fit. */
export type AttachReader = {
  read(frame: ServerFrame): void;
  readonly shown: readonly string[];
  readonly faults: readonly string[];
  cursor(): Cursor | undefined;
};

/** `known`: skus that were shown before, up to and with `resumeAt`. */
export function createAttachReader(resumeAt: Cursor | undefined, known: readonly string[]): AttachReader {
  const reader = createFrameReader(resumeAt);
  const faults: string[] = [];
  let shown = [...known];

  return {
    read: (frame) => {
      const reading = reader.read(frame);
      if (reading.kind === 'broken') faults.push(reading.why);
      if (reading.kind === 'live' && reading.snapshot) shown = reading.snapshot.products.map(({ sku }) => sku);
      if (reading.kind === 'events')
        shown.push(...reading.events.map((event) => ('product' in event ? event.product.sku : formatCursor(event))));
    },
    get shown() {
      return shown;
    },
    faults,
    cursor: reader.cursor,
  };
}
