import type { WireHappening } from '#shared/protocol/wire-history.ts';
import { useText } from '../../messages/text-context.tsx';
import { Happening } from './happening.tsx';
import { useMomentWords } from './use-moment-words.ts';

/** Everything that happened to an order, oldest first, under the day when it did. */
export function Happenings({ happenings }: { readonly happenings: readonly WireHappening[] }) {
  const t = useText();
  const { day } = useMomentWords();
  const days = new Map<string, WireHappening[]>();
  for (const happening of happenings) {
    const name = day(Date.parse(happening.at));
    days.set(name, [...(days.get(name) ?? []), happening]);
  }
  return (
    <section data-happenings className="grid gap-3">
      <h2 className="text-[1.5rem] leading-tight font-bold">{t('orderHistory.title')}</h2>
      {[...days].map(([name, ofDay]) => (
        <div key={name} className="grid gap-2">
          <h3 className="text-chrome font-semibold text-muted">{name}</h3>
          <ol className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">
            {ofDay.map((happening) => (
              <Happening key={happening.seq} happening={happening} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
