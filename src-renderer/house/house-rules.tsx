import { nothing } from '../link/ask.ts';
import { useText } from '../messages/text-context.tsx';
import { useDeed } from '../people/use-deed.ts';
import { useScreen } from '../screen/screen-context.ts';
import { Problem } from '../screen/sign-in/problem.tsx';
import { AgeRule } from './age-rule.tsx';
import { type HouseChange, wireOf } from './rule-wire.ts';
import { Rules } from './rules.tsx';

/** What holds for all screens of the house; each choice holds everywhere at once ([HSE1]). */
export function HouseRules() {
  const t = useText();
  const { client } = useScreen();
  const deed = useDeed('house rule');
  const set = (change: HouseChange) =>
    deed.run(() => client.ask({ method: 'PATCH', path: '/settings', body: wireOf(change) }, nothing));
  return (
    <>
      <p className="text-[1.25rem] text-muted">{t('house.hint')}</p>
      {deed.problem && <Problem problem={deed.problem} />}
      <div data-house aria-busy={deed.isBusy} className="grid gap-6">
        <AgeRule onSet={set} />
        <Rules onSet={set} />
      </div>
    </>
  );
}
