import type { Player, PlayerState, Sounding } from './player.ts';
import { type Tone, tones } from './tones.ts';

/** A tone that begins or ends at once cracks. */
const edgeS = 0.012;
const nearlySilent = 0.0001;

/** A browser that allows sound needs a moment to begin; a sign that came and went at each start would be a lie. */
const judgedAfterMs = 1500;

/** Sounds made by the browser itself: no file that could be missing, no decoder that could be late. */
export function createBrowserPlayer(): Player {
  const audio = openAudio();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  audio?.addEventListener('statechange', tell);
  let isBeginning = true;
  setTimeout(() => {
    isBeginning = false;
    tell();
  }, judgedAfterMs);

  /** `interrupted`, on phones: a call has the loudspeaker, and a tap brings it back. */
  function state(): PlayerState {
    if (!audio) return 'absent';
    return audio.state === 'running' || isBeginning ? 'running' : 'locked';
  }

  return {
    play: ({ kind, gain, inMs }: Sounding) => {
      if (audio?.state !== 'running') return;
      const beginS = audio.currentTime + inMs / 1000;
      for (const tone of tones[kind]) sound(audio, tone, gain, beginS);
    },
    // Refused or left hanging without a touch; the state tells.
    unlock: () => {
      if (audio && audio.state !== 'running') audio.resume().catch(() => undefined);
    },
    state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * It computes silence all day. In large pieces that takes a fraction of the machine, and nobody hears that a chime comes
 * a twentieth of a second later.
 */
function openAudio(): AudioContext | undefined {
  try {
    return new AudioContext({ latencyHint: 'playback' });
  } catch {
    return undefined;
  }
}

function sound(audio: AudioContext, tone: Tone, gain: number, beginS: number): void {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  const fromS = beginS + tone.atMs / 1000;
  const untilS = fromS + tone.forMs / 1000;
  oscillator.type = tone.wave;
  oscillator.frequency.value = tone.hz;
  if (tone.toHz !== undefined) oscillator.frequency.linearRampToValueAtTime(tone.toHz, untilS);
  shape(volume.gain, tone, gain, fromS, untilS);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(fromS);
  oscillator.stop(untilS + edgeS);
}

function shape(
  volume: AudioParam,
  { level, isStruck = false }: Tone,
  gain: number,
  fromS: number,
  untilS: number,
): void {
  const full = Math.max(nearlySilent, level * gain);
  volume.setValueAtTime(nearlySilent, fromS);
  volume.exponentialRampToValueAtTime(full, fromS + edgeS);
  if (!isStruck) volume.setValueAtTime(full, untilS - edgeS);
  volume.exponentialRampToValueAtTime(nearlySilent, untilS);
}
