import type { Timers } from '../link/timers.ts';
import type { Loudness } from './alarm.ts';
import { type ChimeKind, chimeKinds } from './chime.ts';
import type { Player } from './player.ts';
import { loudestVolume, type SoundSettings } from './sound-settings.ts';
import { lengthMs } from './tones.ts';

/** Turns what was heard into sounds that a person can bear: few, one after the other ([CHM6]). */
export interface Bell {
  ring(kinds: readonly ChimeKind[], loudness?: Loudness): void;
  /** At once and whatever is switched off, so that somebody hears what they set. */
  test(kind: ChimeKind): void;
  /** Calls at every sound, also when it cannot be heard; the answer ends it. */
  onRing(listener: (kind: ChimeKind) => void): () => void;
}

export type BellDeps = {
  readonly timers: Pick<Timers, 'nowMs'>;
  readonly player: Player;
  readonly settings: () => SoundSettings;
};

/** Of one kind several within this time are one. */
const rushMs = 1000;
/** Late tickets come in rows, and stand there in red. */
const rushOfLateMs = 15_000;
const pauseMs = 150;
/** A sound that would have to wait longer is about something that has been seen by then. */
const longestWaitMs = 4000;

export function createBell({ timers, player, settings }: BellDeps): Bell {
  const listeners = new Set<(kind: ChimeKind) => void>();
  const rangAtMs = new Map<ChimeKind, number>();
  let freeAtMs = 0;

  function play(kind: ChimeKind, gain: number, times: number): void {
    const nowMs = timers.nowMs();
    for (let time = 0; time < times; time++) {
      const startMs = Math.max(nowMs, freeAtMs);
      if (startMs - nowMs > longestWaitMs) return;
      player.play({ kind, gain, inMs: startMs - nowMs });
      freeAtMs = startMs + lengthMs(kind) + pauseMs;
    }
  }

  function isOfRush(kind: ChimeKind): boolean {
    const sinceMs = timers.nowMs() - (rangAtMs.get(kind) ?? Number.NEGATIVE_INFINITY);
    return sinceMs < (kind === 'late' ? rushOfLateMs : rushMs);
  }

  function ringOne(kind: ChimeKind, loudness: Loudness): void {
    const { rings, volume } = settings();
    if (!rings[kind] || isOfRush(kind)) return;
    rangAtMs.set(kind, timers.nowMs());
    for (const listener of [...listeners]) listener(kind);
    if (volume > 0) play(kind, gainOf(volume, loudness), loudness > 0 ? 2 : 1);
  }

  return {
    ring: (kinds, loudness = 0) => {
      for (const kind of chimeKinds) if (kinds.includes(kind)) ringOne(kind, loudness);
    },
    test: (kind) => {
      freeAtMs = 0;
      play(kind, gainOf(Math.max(1, settings().volume), 0), 1);
    },
    onRing: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Ears hear the square; the loudest volume leaves room for what must be louder still. */
const mostAtFirst = 0.55;
const loudnesses: Readonly<Record<Loudness, number>> = { 0: 1, 1: 1.35, 2: 1.8, 3: 2.4 };

const gainOf = (volume: number, loudness: Loudness): number =>
  Math.min(1, (volume / loudestVolume) ** 2 * mostAtFirst * loudnesses[loudness]);
