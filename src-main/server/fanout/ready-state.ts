import type { WireReady } from '#shared/protocol/wire-ready.ts';
import { createFrame, type Frame } from './frame.ts';
import type { OpenState } from './open-state.ts';

/** What a snapshot shows to guests, encoded once for all displays. */
export type ReadyState = Pick<OpenState, 'parts' | 'whole'> & {
  show(entry: WireReady): void;
  remove(id: string): void;
};

/** About 120 bytes each; a part stays under 32 kB ([SNP1]). */
const mostInPart = 200;

/** `timeZone`: the board tells the time as the kitchen does. */
export function createReadyState(timeZone: string | null): ReadyState {
  const entries = new Map<string, string>();
  let parts: readonly Frame[] | undefined;
  let whole: string | undefined;

  function changed(): void {
    parts = undefined;
    whole = undefined;
  }

  return {
    show: (entry) => {
      entries.set(entry.id, JSON.stringify(entry));
      changed();
    },
    remove: (id) => {
      if (entries.delete(id)) changed();
    },
    parts: () => {
      parts ??= partsOf([...entries.values()], timeZone);
      return parts;
    },
    whole: () => {
      whole ??= entitiesText([...entries.values()], timeZone);
      return whole;
    },
  };
}

function partsOf(texts: readonly string[], timeZone: string | null): Frame[] {
  const parts = Math.max(1, Math.ceil(texts.length / mostInPart));
  return Array.from({ length: parts }, (_, index) => {
    const some = texts.slice(index * mostInPart, (index + 1) * mostInPart);
    return createFrame(
      `{"type":"snapshot","part":${index + 1},"parts":${parts},${entitiesText(some, timeZone).slice(1)}`,
    );
  });
}

/** Orders and menu stand there empty, so that one reader serves both streams. */
const entitiesText = (ready: readonly string[], timeZone: string | null) =>
  `{"orders":[],"products":[],"ready":[${ready.join(',')}],"time_zone":${JSON.stringify(timeZone)}}`;
