import type { Timers } from '../link/timers.ts';

/** What this screen has rung for or learned, over reloads ([CHM3]). */
export interface ChimeMemory {
  /** Nothing was ever learned here: this screen is new, or its storage is gone. */
  isEmpty(): boolean;
  knows(name: string): boolean;
  learn(names: readonly string[]): void;
  /** It has not come true. */
  forget(name: string): void;
  /** Whose work it is about; what another station's screen knows does not count here. */
  about(): string;
  /** Goes on with what was learned about another station. */
  turnTo(about: string): void;
  /** Writes down now what would be written soon: the page is being left. */
  flush(): void;
}

/** Storage as a browser has it; may throw, may be missing. */
export interface TextStore {
  read(): string | null;
  write(text: string): void;
}

/** Three busy days; each name has about 15 letters. */
const mostNames = 6000;
const writtenAfterMs = 1000;

/**
 * `storeFor`: a place of its own for each station, because two windows of one computer may show two of them. Begins
 * with the one of no station.
 */
export function createChimeMemory(storeFor: (about: string) => TextStore, timers: Pick<Timers, 'after'>): ChimeMemory {
  let about = '';
  let store = storeFor(about);
  let names = new Set(parse(store.read()));
  let isWaiting = false;

  function flush(): void {
    if (!isWaiting) return;
    isWaiting = false;
    store.write(JSON.stringify([...names]));
  }

  function writeSoon(): void {
    if (isWaiting) return;
    isWaiting = true;
    timers.after(writtenAfterMs, flush);
  }

  return {
    isEmpty: () => names.size === 0,
    knows: (name) => names.has(name),
    learn: (fresh) => {
      for (const name of fresh) {
        // At the end again: what is on the board longest must not be forgotten first.
        names.delete(name);
        names.add(name);
      }
      for (const name of names) {
        if (names.size <= mostNames) break;
        names.delete(name);
      }
      if (fresh.length > 0) writeSoon();
    },
    forget: (name) => {
      if (names.delete(name)) writeSoon();
    },
    about: () => about,
    turnTo: (next) => {
      flush();
      about = next;
      store = storeFor(about);
      names = new Set(parse(store.read()));
    },
    flush,
  };
}

/** Whatever else lies there is not ours. */
function parse(text: string | null): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((name) => typeof name === 'string').slice(-mostNames) : [];
  } catch {
    return [];
  }
}
