/** How long a reader who confirms by requests may say nothing ([ACK2]). */
export interface Patience {
  /** Counts a heartbeat; whether it was one too many. */
  isOver(): boolean;
  heard(): void;
  /** Changes with each heartbeat for as long as the first word is waited for: until then a reader has nothing to confirm. */
  signs(): number;
}

const mostSilentBeats = 3;
/**
 * What a slow network carries from one heartbeat to the next. It takes a snapshot from us long before it has brought
 * it to the reader, and nothing tells where that is: the first word is waited for the longer, the more there was.
 */
const bytesPerBeat = 40_000;

/** `snapshotBytes`: what the reader has to read before it can confirm anything. */
export function createPatience(snapshotBytes: () => number): Patience {
  let silentBeats = 0;
  let hasSpoken = false;
  const forSnapshot = () => (hasSpoken ? 0 : Math.floor(snapshotBytes() / bytesPerBeat));
  return {
    isOver: () => ++silentBeats >= mostSilentBeats + forSnapshot(),
    heard: () => {
      silentBeats = 0;
      hasSpoken = true;
    },
    signs: () => (hasSpoken ? 0 : silentBeats),
  };
}
