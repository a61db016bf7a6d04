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
  /** Begins anew, about another station. */
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

type Stored = { readonly about: string; readonly names: readonly string[] };

export function createChimeMemory(store: TextStore, timers: Pick<Timers, 'after'>): ChimeMemory {
  const stored = parse(store.read());
  let about = stored.about;
  const names = new Set(stored.names);
  let isWaiting = false;

  function flush(): void {
    if (!isWaiting) return;
    isWaiting = false;
    store.write(JSON.stringify({ about, names: [...names] } satisfies Stored));
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
      about = next;
      names.clear();
      writeSoon();
    },
    flush,
  };
}

const nothing: Stored = { about: '', names: [] };

/** Whatever else lies there is not ours. */
function parse(text: string | null): Stored {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Stored> | null;
    if (typeof value?.about !== 'string' || !Array.isArray(value.names)) return nothing;
    return { about: value.about, names: value.names.filter((name) => typeof name === 'string').slice(-mostNames) };
  } catch {
    return nothing;
  }
}
