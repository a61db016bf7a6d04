import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ChimeKind, chimeKinds } from './chime.ts';
import type { TextStore } from './chime-memory.ts';

export const loudestVolume = 10;

/** How one screen sounds; each keeps its own. */
export type SoundSettings = {
  /** 0 is off, 10 as loud as the device goes. */
  readonly volume: number;
  readonly rings: Readonly<Record<ChimeKind, boolean>>;
  /** The edge of the screen lights up with each sound. */
  readonly flash: boolean;
};

export const firstSoundSettings: SoundSettings = {
  volume: 7,
  rings: { void: true, changed: true, new: true, ready: true, late: true, call: true },
  flash: false,
};

export type SoundSettingsStore = StoreApi<SoundSettings>;

/** Read once, and written down at every change; a storage that is locked only forgets. */
export function createSoundSettings(kept: TextStore): SoundSettingsStore {
  const store = createStore<SoundSettings>(() => parse(kept.read()));
  store.subscribe((settings) => kept.write(JSON.stringify(settings)));
  return store;
}

/** Whatever is missing or strange is as at first. */
function parse(text: string | null): SoundSettings {
  const { volume, rings, flash } = objectIn(text) as Partial<Record<keyof SoundSettings, unknown>>;
  const known = objectIn(JSON.stringify(rings ?? {})) as Record<string, unknown>;
  const isVolume = typeof volume === 'number' && volume >= 0 && volume <= loudestVolume;
  return {
    volume: isVolume ? Math.round(volume) : firstSoundSettings.volume,
    rings: Object.fromEntries(chimeKinds.map((kind) => [kind, known[kind] !== false])) as SoundSettings['rings'],
    flash: flash === true,
  };
}

function objectIn(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
