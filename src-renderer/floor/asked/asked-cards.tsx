import { HandPlatter } from 'lucide-react';
import { useState } from 'react';
import { type SelfOrder, selfOrderTotal } from '#shared/domain/self-order.ts';
import { useText } from '../../messages/text-context.tsx';
import { useMoment, useScreen } from '../../screen/screen-context.ts';
import { useGuestsAsking } from '../../screen/use-guests-asking.ts';
import { tableLabel } from '../../store/ticket-label.ts';
import { formatDuration } from '../../ui/duration.ts';
import { useMoney } from '../use-money.ts';
import { AskedSheet } from './asked-sheet.tsx';

/** Guests who have chosen and wait for somebody to come ([SLF2]). */
export function AskedCards() {
  const t = useText();
  const asked = useGuestsAsking();
  const [opened, setOpened] = useState<string>();
  const shown = asked.find(({ id }) => id === opened);
  if (asked.length === 0) return null;
  return (
    <section
      data-asked
      aria-label={t('selfOrderDesk.title')}
      className="grid gap-3 rounded-xl border-2 border-accent p-3"
    >
      <h2 className="flex items-start gap-2 text-[1.25rem] leading-tight font-bold text-accent">
        <HandPlatter aria-hidden className="size-[1.2em] shrink-0" />
        {t('selfOrderDesk.title')}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
        {asked.map((one) => (
          <AskedCard key={one.id} asked={one} onOpen={() => setOpened(one.id)} />
        ))}
      </ul>
      {shown && <AskedSheet asked={shown} onClose={() => setOpened(undefined)} />}
    </section>
  );
}

function AskedCard({ asked, onOpen }: { readonly asked: SelfOrder; readonly onOpen: () => void }) {
  const t = useText();
  const { guard } = useScreen();
  const money = useMoney(asked.currency);
  const { id, table, items, placedAtMs } = asked;
  const age = useMoment(({ serverMs }) => formatDuration(Math.max(0, serverMs - placedAtMs)));
  return (
    <li className="grid">
      <button
        type="button"
        data-asked-card={id}
        onClick={() => guard.allows(`asked/${id}`, false) && onOpen()}
        className="grid min-h-hit gap-1 rounded-xl border-2 border-edge bg-surface px-4 py-3 text-start active:bg-raised"
      >
        <span className="flex items-baseline justify-between gap-3 text-[1.375rem] font-bold">
          <span className="words">{tableLabel(table)}</span>
          <span dir="ltr" className="tabular">
            {age}
          </span>
        </span>
        <span className="words line-clamp-2 text-chrome text-muted">
          {items.map(({ quantity, name }) => `${quantity}× ${name}`).join(', ')}
        </span>
        <span className="tabular text-chrome font-semibold">
          {t('floor.total')} {money(selfOrderTotal(asked))}
        </span>
      </button>
    </li>
  );
}
