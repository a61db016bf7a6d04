import { useText } from '../messages/text-context.tsx';
import { useSettings } from '../screen/use-site.ts';
import { Choice } from '../ui/choice.tsx';
import { ageProfiles, profileOf } from './age-profile.ts';
import { Rule } from './rule.tsx';
import type { HouseChange } from './rule-wire.ts';

type AgeRuleProps = { readonly onSet: (change: HouseChange) => void };

/** From when a ticket is slow, and late ([AGE1]). Figures of the house's own stand among the others. */
export function AgeRule({ onSet }: AgeRuleProps) {
  const t = useText();
  const settings = useSettings();
  const chosen = profileOf(settings);
  const { warnMinutes, lateMinutes, lateAfterTargetMinutes } = settings;
  return (
    <Rule title={t('house.age.title')} hint={t('house.age.hint', { minutes: lateAfterTargetMinutes })}>
      {ageProfiles.map(({ name, warnMinutes: warn, lateMinutes: late }) => (
        <Choice
          key={name}
          isChosen={name === chosen?.name}
          onClick={() => onSet({ warnMinutes: warn, lateMinutes: late })}
        >
          {t(`house.age.${name}`, { warn, late })}
        </Choice>
      ))}
      {!chosen && <Choice isChosen>{t('house.age.own', { warn: warnMinutes, late: lateMinutes })}</Choice>}
    </Rule>
  );
}
