import { useText } from '../../messages/text-context.tsx';
import { Choice } from '../../ui/choice.tsx';
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
          <Choice key={name} isChosen={sameKeyMap(map, keyPresets[name])} onClick={() => onChoose(keyPresets[name])}>
            {t(`keys.preset.${name}`)}
          </Choice>
        ))}
      </div>
      <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-3">
        <Choice isChosen={!map.slotsBump} onClick={() => onChoose({ ...map, slotsBump: false })}>
          {t('keys.slotsSelect')}
        </Choice>
        <Choice isChosen={map.slotsBump} onClick={() => onChoose({ ...map, slotsBump: true })}>
          {t('keys.slotsBump')}
        </Choice>
      </div>
    </section>
  );
}
