import { Minus, Play, Plus, Volume2 } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { SheetSection } from '../ui/sheet-section.tsx';
import type { ChimeKind } from './chime.ts';
import { useSound, useSoundSettings } from './sound-context.ts';
import { loudestVolume } from './sound-settings.ts';

/** As a service goes, not as the rules rank them. */
const shown: readonly ChimeKind[] = ['new', 'changed', 'void', 'ready', 'late'];

/** How this screen sounds: how loud, what for, and each to be heard at once ([CHM9]). */
export function SoundSection({ kinds = shown }: { readonly kinds?: readonly ChimeKind[] }) {
  const t = useText();
  const { settings } = useSound();
  const { flash } = useSoundSettings();
  return (
    <SheetSection icon={Volume2} title={t('sound.title')}>
      <Volume />
      <ul className="grid gap-3">
        {kinds.map((kind) => (
          <Kind key={kind} kind={kind} />
        ))}
      </ul>
      <Choice isChosen={flash} onClick={() => settings.setState({ flash: !flash })}>
        {t('sound.flash')}
      </Choice>
    </SheetSection>
  );
}

function Volume() {
  const t = useText();
  const { settings } = useSound();
  const { volume } = useSoundSettings();
  const turn = (by: number) => settings.setState({ volume: Math.min(loudestVolume, Math.max(0, volume + by)) });
  const percent = `${(volume / loudestVolume) * 100}%`;
  return (
    <fieldset className="flex items-center gap-3">
      <legend className="sr-only">{t('sound.volume')}</legend>
      <Button aria-label={t('sound.quieter')} disabled={volume === 0} onClick={() => turn(-1)}>
        <Minus aria-hidden className="size-[1.5em]" strokeWidth={3} />
      </Button>
      <p role="status" className="grid flex-1 gap-2 text-center text-[1.5rem] leading-tight font-semibold">
        {volume === 0 ? t('sound.off') : t('sound.volumeOf', { volume, most: loudestVolume })}
        <span aria-hidden className="flex h-3 overflow-hidden rounded-full bg-raised-strong">
          <span className="rounded-full bg-accent" style={{ width: percent }} />
        </span>
      </p>
      <Button aria-label={t('sound.louder')} disabled={volume === loudestVolume} onClick={() => turn(1)}>
        <Plus aria-hidden className="size-[1.5em]" strokeWidth={3} />
      </Button>
    </fieldset>
  );
}

function Kind({ kind }: { readonly kind: ChimeKind }) {
  const t = useText();
  const { bell, settings } = useSound();
  const { rings } = useSoundSettings();
  const name = t(`sound.kind.${kind}`);
  const toggle = () => settings.setState({ rings: { ...rings, [kind]: !rings[kind] } });
  return (
    <li className="grid grid-cols-[1fr_auto] gap-3">
      <Choice isChosen={rings[kind]} onClick={toggle}>
        {name}
      </Choice>
      <Button aria-label={t('sound.testNamed', { name })} onClick={() => bell.test(kind)}>
        <Play aria-hidden className="size-[1.2em] rtl:rotate-180" />
        {t('sound.test')}
      </Button>
    </li>
  );
}
