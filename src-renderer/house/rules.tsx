import type { Settings } from '#shared/domain/settings.ts';
import type { Text } from '../messages/text.ts';
import { useText } from '../messages/text-context.tsx';
import { useSettings } from '../screen/use-site.ts';
import { Choice } from '../ui/choice.tsx';
import { Rule } from './rule.tsx';
import type { HouseChange } from './rule-wire.ts';

type RulesProps = { readonly onSet: (change: HouseChange) => void };

type Option = { readonly words: string; readonly change: HouseChange };

/** Those of which one thing or the other holds. */
export function Rules({ onSet }: RulesProps) {
  const t = useText();
  const settings = useSettings();
  return rulesIn(settings, t).map(({ name, options }) => (
    <Rule key={name} title={t(`house.${name}.title`)} hint={t(`house.${name}.hint`)}>
      {options.map(({ words, change }) => (
        <Choice key={words} isChosen={holds(settings, change)} onClick={() => onSet(change)}>
          {words}
        </Choice>
      ))}
    </Rule>
  ));
}

const holds = (settings: Settings, change: HouseChange): boolean =>
  Object.entries(change).every(([name, value]) => settings[name as keyof Settings] === value);

type NamedRule = {
  readonly name: 'courses' | 'firing' | 'allergens' | 'autoBump' | 'night';
  readonly options: readonly Option[];
};

function rulesIn({ autoBumpMinutes }: Settings, t: Text): readonly NamedRule[] {
  return [
    {
      name: 'courses',
      options: [
        { words: t('house.courses.atOnce'), change: { holdCourses: false } },
        { words: t('house.courses.held'), change: { holdCourses: true } },
      ],
    },
    {
      name: 'firing',
      options: [
        { words: t('house.firing.atOnce'), change: { firing: 'at-once' } },
        { words: t('house.firing.byPrepTime'), change: { firing: 'by-prep-time' } },
      ],
    },
    {
      name: 'allergens',
      options: [
        { words: t('house.allergens.told'), change: { acknowledgeAllergens: false } },
        { words: t('house.allergens.seenFirst'), change: { acknowledgeAllergens: true } },
      ],
    },
    {
      name: 'autoBump',
      options: [
        { words: t('house.autoBump.never'), change: { autoBumpMinutes: null } },
        ...agesWith(autoBumpMinutes).map((minutes) => ({
          words: t('house.autoBump.after', { minutes }),
          change: { autoBumpMinutes: minutes },
        })),
      ],
    },
    {
      name: 'night',
      options: [
        { words: t('house.night.clear'), change: { nightlyClear: true } },
        { words: t('house.night.keep'), change: { nightlyClear: false } },
      ],
    },
  ];
}

/** Those that are offered, and the house's own where it is another. */
const agesWith = (own: number | null): readonly number[] =>
  [...new Set([30, 60, 120, ...(own === null ? [] : [own])])].sort((one, other) => one - other);
