import { useText } from '../messages/text-context.tsx';
import { useSettings } from '../screen/use-site.ts';
import { Choice } from '../ui/choice.tsx';
import { ageProfiles, profileOf } from './age-profile.ts';
import { NumberForm } from './number-form.tsx';
import { Rule } from './rule.tsx';
import type { HouseChange } from './rule-wire.ts';
import type { SendRule } from './use-send-rule.ts';

type AgeRuleProps = { readonly onSet: (change: HouseChange) => void; readonly send: SendRule };

/** From when a ticket is slow, and late ([AGE1]): as kitchens of a kind have it, or by figures of the house's own. */
export function AgeRule({ onSet, send }: AgeRuleProps) {
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
      <NumberForm names={ownFigures} send={send} />
    </Rule>
  );
}

const ownFigures = ['warnMinutes', 'lateMinutes'] as const;
