import { Hourglass } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { Nothing } from '../people/panel-parts.tsx';
import { useDeed } from '../people/use-deed.ts';
import { useScreenState } from '../screen/screen-context.ts';
import { Problem } from '../screen/sign-in/problem.tsx';
import { AgeRule } from './age-rule.tsx';
import { HouseFacts } from './house-facts.tsx';
import { NumberRules } from './number-rules.tsx';
import type { HouseChange } from './rule-wire.ts';
import { Rules } from './rules.tsx';
import { useSendRule } from './use-send-rule.ts';

/** What holds for all screens of the house; each choice holds everywhere at once ([HSE1]). */
export function HouseRules() {
  const t = useText();
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  const deed = useDeed('house rule');
  const send = useSendRule();
  const set = (change: HouseChange) => deed.run(() => send(change));
  // The figures of a kitchen that is not known yet would be those that a program begins with.
  if (!isLoaded) return <Nothing icon={Hourglass} words={t('recall.asking')} />;
  return (
    <>
      <p className="text-[1.25rem] text-muted">{t('house.hint')}</p>
      {deed.problem && <Problem problem={deed.problem} />}
      <div data-house aria-busy={deed.isBusy} className="grid gap-6">
        <AgeRule onSet={set} send={send} />
        <Rules onSet={set} />
        <NumberRules send={send} />
      </div>
      <HouseFacts />
    </>
  );
}
