import { House } from 'lucide-react';
import { nothing } from '../link/ask.ts';
import { useText } from '../messages/text-context.tsx';
import { useDeed } from '../people/use-deed.ts';
import { useScreen, useScreenState } from '../screen/screen-context.ts';
import { Problem } from '../screen/sign-in/problem.tsx';
import { mayManage } from '../store/staff-rights.ts';
import { SheetSection } from '../ui/sheet-section.tsx';
import { AgeRule } from './age-rule.tsx';
import { type HouseChange, wireOf } from './rule-wire.ts';
import { Rules } from './rules.tsx';

/** What holds for all screens of the house, for who manages it; each choice holds everywhere at once ([HSE1]). */
export function HouseSection() {
  const t = useText();
  const { client } = useScreen();
  const isManager = useScreenState(mayManage);
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  const deed = useDeed('house rule');
  if (!isManager || !isLoaded) return null;
  const set = (change: HouseChange) =>
    deed.run(() => client.ask({ method: 'PATCH', path: '/settings', body: wireOf(change) }, nothing));
  return (
    <SheetSection icon={House} title={t('house.title')}>
      <p className="text-[1.25rem] text-muted">{t('house.hint')}</p>
      {deed.problem && <Problem problem={deed.problem} />}
      <div data-house aria-busy={deed.isBusy} className="grid gap-6">
        <AgeRule onSet={set} />
        <Rules onSet={set} />
      </div>
    </SheetSection>
  );
}
