import { Check } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { type KeyMap, sameKeyMap } from './key-map.ts';
import { keyPresets, presetNames } from './key-presets.ts';

type PresetChoiceProps = { readonly map: KeyMap; readonly onChoose: (map: KeyMap) => void };

/** Ready-made maps; choosing one forgets what was learned. */
export function PresetChoice({ map, onChoose }: PresetChoiceProps) {
  const t = useText();
  return (
    <section>
      <h3 className="mb-2 text-[1.25rem] font-semibold text-muted">{t('keys.presets')}</h3>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-3">
        {presetNames.map((name) => (
          <Choice key={name} isChosen={sameKeyMap(map, keyPresets[name])} onChoose={() => onChoose(keyPresets[name])}>
            {t(`keys.preset.${name}`)}
          </Choice>
        ))}
      </div>
      <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-3">
        <Choice isChosen={!map.slotsBump} onChoose={() => onChoose({ ...map, slotsBump: false })}>
          {t('keys.slotsSelect')}
        </Choice>
        <Choice isChosen={map.slotsBump} onChoose={() => onChoose({ ...map, slotsBump: true })}>
          {t('keys.slotsBump')}
        </Choice>
      </div>
    </section>
  );
}

type ChoiceProps = { readonly isChosen: boolean; readonly onChoose: () => void; readonly children: string };

function Choice({ isChosen, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={`flex min-h-hit items-center justify-center gap-3 rounded-lg px-4 py-2 text-[1.25rem] leading-tight font-bold ${isChosen ? 'bg-accent text-on-accent' : 'bg-raised active:bg-raised-strong'}`}
    >
      {isChosen && <Check aria-hidden className="size-7 shrink-0" strokeWidth={3} />}
      {children}
    </button>
  );
}
