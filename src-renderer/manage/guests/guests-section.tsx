import { Rule } from '../../house/rule.tsx';
import { nothing } from '../../link/ask.ts';
import { useText } from '../../messages/text-context.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { useScreen, useScreenState } from '../../screen/screen-context.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { useSettings } from '../../screen/use-site.ts';
import { Choice } from '../../ui/choice.tsx';

/** What guests may do on their own phones ([GST8]). */
export function GuestsSection() {
  const t = useText();
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  return (
    <>
      <p className="text-[1.25rem] leading-snug">{t('guest.office.code')}</p>
      {isLoaded && <Accounts />}
      {isLoaded && <SelfOrdering />}
    </>
  );
}

function Accounts() {
  const t = useText();
  const { client } = useScreen();
  const { customerAccounts } = useSettings();
  const deed = useDeed('customer accounts');
  const set = (isOn: boolean) =>
    deed.run(() => client.ask({ method: 'PATCH', path: '/settings', body: { customer_accounts: isOn } }, nothing));
  return (
    <div aria-busy={deed.isBusy} className="grid gap-4">
      {deed.problem && <Problem problem={deed.problem} />}
      <Rule title={t('guest.office.accounts')} hint={t('guest.office.accountsHint')}>
        <Choice isChosen={!customerAccounts} onClick={() => set(false)}>
          {t('guest.office.off')}
        </Choice>
        <Choice isChosen={customerAccounts} onClick={() => set(true)}>
          {t('guest.office.on')}
        </Choice>
      </Rule>
    </div>
  );
}

/** Guests choose at their table, and a waiter confirms ([SLF1]). */
function SelfOrdering() {
  const t = useText();
  const { client } = useScreen();
  const { selfOrdering } = useSettings();
  const deed = useDeed('self-ordering');
  const set = (isOn: boolean) =>
    deed.run(() => client.ask({ method: 'PATCH', path: '/settings', body: { self_ordering: isOn } }, nothing));
  return (
    <div data-self-ordering aria-busy={deed.isBusy} className="grid gap-4">
      {deed.problem && <Problem problem={deed.problem} />}
      <Rule title={t('selfOrder.office.title')} hint={t('selfOrder.office.hint')}>
        <Choice isChosen={!selfOrdering} onClick={() => set(false)}>
          {t('selfOrder.office.off')}
        </Choice>
        <Choice isChosen={selfOrdering} onClick={() => set(true)}>
          {t('selfOrder.office.on')}
        </Choice>
      </Rule>
    </div>
  );
}
