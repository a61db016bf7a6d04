import type { ChimeKind } from './chime.ts';

/** One tone, to be made by an oscillator. Times are from the beginning of the sound. */
export type Tone = {
  readonly atMs: number;
  readonly forMs: number;
  readonly hz: number;
  /** Glides there until its end. */
  readonly toHz?: number;
  readonly wave: OscillatorType;
  /** 0 to 1, beside the other tones of the sound. */
  readonly level: number;
  /** Dies away like something that was struck, where the others are held. */
  readonly isStruck?: boolean;
};

/**
 * Six sounds that are told apart by pitch, by rhythm and by how they move, with noise and on a bad loudspeaker: all
 * lie between 300 Hz and 5 kHz, and none begins on the tone of another ([CHM8]).
 */
export const tones: Readonly<Record<ChimeKind, readonly Tone[]>> = {
  /** Rises: something begins. */
  new: [
    { atMs: 0, forMs: 170, hz: 660, wave: 'triangle', level: 1 },
    { atMs: 170, forMs: 330, hz: 990, wave: 'triangle', level: 1 },
  ],
  /** Wavers between two: not what it was. */
  changed: [0, 1, 2, 3, 4, 5].map((step) => ({
    atMs: step * 80,
    forMs: 80,
    hz: step % 2 === 0 ? 880 : 1175,
    wave: 'square',
    level: 0.5,
  })),
  /** Falls and ends low: called off. */
  void: [
    { atMs: 0, forMs: 200, hz: 740, wave: 'sawtooth', level: 0.6 },
    { atMs: 220, forMs: 200, hz: 554, wave: 'sawtooth', level: 0.6 },
    { atMs: 440, forMs: 380, hz: 415, toHz: 330, wave: 'sawtooth', level: 0.7 },
  ],
  /** The bell at the pass. */
  ready: [0, 320].flatMap((atMs) => [
    { atMs, forMs: 900, hz: 1568, wave: 'sine', level: 0.7, isStruck: true },
    { atMs, forMs: 600, hz: 3136, wave: 'sine', level: 0.3, isStruck: true },
    { atMs, forMs: 350, hz: 4327, wave: 'sine', level: 0.2, isStruck: true },
  ]),
  /** Three knocks on one tone. */
  late: [0, 200, 400].map((atMs) => ({ atMs, forMs: 110, hz: 1319, wave: 'square', level: 0.5 })),
  /** Two calls of two tones, going down: somebody is wanted at the pass. */
  call: [0, 420].flatMap((atMs) => [
    { atMs, forMs: 160, hz: 1047, wave: 'triangle', level: 0.9 },
    { atMs: atMs + 160, forMs: 200, hz: 784, wave: 'triangle', level: 0.9 },
  ]),
};

export const lengthMs = (kind: ChimeKind): number => Math.max(...tones[kind].map(({ atMs, forMs }) => atMs + forMs));
