import { VolumeOff, VolumeX } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { usePlayerState, useSound, useSoundSettings } from './sound-context.ts';
import { firstSoundSettings } from './sound-settings.ts';

const chip =
  '-my-1 flex min-h-hit min-w-hit items-center gap-2 rounded-lg px-3 text-chrome leading-tight font-semibold max-sm:flex-1';

/** Stands there only while this screen cannot be heard, and one tap mends it ([CHM9]). */
export function SoundChip() {
  const t = useText();
  const { player, bell, settings } = useSound();
  const { volume } = useSoundSettings();
  const state = usePlayerState();
  const turnOn = () => {
    settings.setState({ volume: firstSoundSettings.volume });
    bell.test('new');
  };

  if (volume === 0) {
    return (
      <button type="button" data-sound="off" onClick={turnOn} className={`${chip} text-muted active:bg-raised`}>
        <VolumeX aria-hidden className="size-[1.5em] shrink-0" />
        {t('sound.off')}
      </button>
    );
  }
  if (state === 'locked') {
    return (
      <button
        type="button"
        data-sound="locked"
        onClick={player.unlock}
        className={`${chip} bg-band-warn text-on-band-warn active:brightness-90`}
      >
        <VolumeOff aria-hidden className="size-[1.5em] shrink-0" />
        {t('sound.locked')}
      </button>
    );
  }
  if (state === 'running') return null;
  return (
    <p data-sound="absent" className={`${chip} text-muted`}>
      <VolumeX aria-hidden className="size-[1.5em] shrink-0" />
      {t('sound.absent')}
    </p>
  );
}
