type Frame = any;

/** The frames that a stream has brought, in order, for those who look for one or wait for it. */
export type FrameShelf = {
  readonly frames: readonly Frame[];
  put(frame: Frame): void;
  /** The first frame that fits, whether it has come already or comes yet. */
  until(fits: (frame: Frame) => boolean): Promise<Frame>;
  /** Events of the log alone, out of all kinds of frames. */
  events(): Frame[];
  /** Nothing comes any more: whoever waits is told why. */
  end(why: string): void;
};

export function createFrameShelf(): FrameShelf {
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  let end: FrameShelf['end'] = () => undefined;
  const over = new Promise<never>((_, reject) => {
    end = (why) => reject(new Error(`${why} before the awaited frame came`));
  });
  over.catch(() => undefined);

  function until(fits: (frame: Frame) => boolean): Promise<Frame> {
    const found = new Promise<Frame>((resolve) => {
      const look = () => {
        const frame = frames.find(fits);
        if (frame === undefined) return;
        waiting.delete(look);
        resolve(frame);
      };
      waiting.add(look);
      look();
    });
    return Promise.race([found, over]);
  }

  return {
    frames,
    put: (frame) => {
      frames.push(frame);
      for (const look of [...waiting]) look();
    },
    until,
    events: () => frames.flatMap(eventsIn),
    end: (why) => end(why),
  };
}

function eventsIn(frame: Frame): Frame[] {
  if (frame.type === 'events') return frame.events;
  return 'seq' in frame && 'epoch' in frame && frame.type !== 'live' ? [frame] : [];
}
