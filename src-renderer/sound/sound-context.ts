import { createContext, use, useSyncExternalStore } from 'react';
import type { Bell } from './bell.ts';
import type { Player, PlayerState } from './player.ts';
import type { SoundSettings, SoundSettingsStore } from './sound-settings.ts';

/** What a screen makes itself heard with; built once for each page. */
export type Sound = { readonly player: Player; readonly bell: Bell; readonly settings: SoundSettingsStore };

export const SoundContext = createContext<Sound | undefined>(undefined);

export function useSound(): Sound {
  const sound = use(SoundContext);
  if (!sound) throw new Error('drawn outside of a screen with sound');
  return sound;
}

export function useSoundSettings(): SoundSettings {
  const { settings } = useSound();
  return useSyncExternalStore(settings.subscribe, settings.getState, settings.getState);
}

export function usePlayerState(): PlayerState {
  const { player } = useSound();
  return useSyncExternalStore(player.subscribe, player.state, player.state);
}
