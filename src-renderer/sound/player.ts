import type { ChimeKind } from './chime.ts';

/** `locked`: the browser plays nothing before somebody has touched the page. `absent`: it can play nothing at all. */
export type PlayerState = 'running' | 'locked' | 'absent';

export type Sounding = {
  readonly kind: ChimeKind;
  /** 0 to 1. */
  readonly gain: number;
  readonly inMs: number;
};

/** What makes the sounds. */
export interface Player {
  /** Lost while locked: a sound that comes minutes late says what is not so. */
  play(sounding: Sounding): void;
  /** To be called from within a tap or a key press. */
  unlock(): void;
  state(): PlayerState;
  /** Calls when the state has changed; the answer ends it. */
  subscribe(listener: () => void): () => void;
}
