import { useText } from '../messages/text-context.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import { useSettings } from '../screen/use-site.ts';
import { kitchenOf } from '../store/screen-state.ts';

/** What is set where the program is started, and where that is: nobody is to look for a button that there is not. */
export function HouseFacts() {
  const t = useText();
  const { timeZone } = useSettings();
  const name = useScreenState(({ session }) => (session.phase === 'signed-in' ? session.person.restaurantName : null));
  const currency = useScreenState((state) => kitchenOf(state).products.values().next().value?.currency ?? null);
  const facts = [
    [t('house.facts.name'), name],
    [t('house.facts.timeZone'), timeZone],
    [t('house.facts.currency'), currency],
  ] as const;
  return (
    <section data-house-facts className="grid gap-3 border-t border-edge pt-6">
      <dl className="grid gap-3 sm:grid-cols-3">
        {facts.map(([what, value]) =>
          value === null ? null : (
            <div key={what} className="min-w-0">
              <dt className="text-chrome text-muted">{what}</dt>
              <dd className="words text-[1.25rem] leading-snug font-semibold">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="text-chrome leading-snug text-muted">{t('house.facts.hint')}</p>
    </section>
  );
}
