import { History, Hourglass, SearchX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { viewpointOf } from '#shared/domain/station-ticket.ts';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { NeedsKitchen } from '../../screen/needs-kitchen.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { RecallRow } from './recall-row.tsx';
import { type BumpedList, useBumpedToday } from './use-bumped-today.ts';

type RecallSheetProps = { readonly onClose: () => void };

/** Everything that was bumped today where this screen looks from, to be found and brought back ([RCL4]). */
export function RecallSheet({ onClose }: RecallSheetProps) {
  const t = useText();
  const [search, setSearch] = useState('');
  const stations = useScreenState((state) => kitchenOf(state).stations);
  const chosen = useScreenState((state) => state.station);
  const viewpoint = viewpointOf(stations, chosen);
  const list = useBumpedToday(viewpoint.station, search);
  return (
    <GuardedDialog title={t('recall.title')} onClose={onClose}>
      <div data-opened-by="recall-list" className="grid gap-5">
        <Field
          type="search"
          label={t('recall.search')}
          value={search}
          maxLength={longestSearch}
          autoComplete="off"
          onChange={(event) => setSearch(event.target.value)}
        />
        {list.phase === 'missing' && <NeedsKitchen onAgain={list.again} />}
        {list.tickets.length === 0 && list.phase !== 'missing' && (
          <Nothing phase={list.phase} isSearch={search !== ''} />
        )}
        <ul className="grid gap-3" data-recall-list={list.phase}>
          {list.tickets.map(({ order, by }) => (
            <RecallRow key={order.id} order={order} by={by} viewpoint={viewpoint} />
          ))}
        </ul>
        <More list={list} />
      </div>
    </GuardedDialog>
  );
}

/** As the server takes it. */
const longestSearch = 60;

function More({ list: { more } }: { readonly list: BumpedList }) {
  const t = useText();
  if (!more) return null;
  return (
    <Button look="framed" onClick={more}>
      {t('recall.more')}
    </Button>
  );
}

function Nothing({ phase, isSearch }: { readonly phase: BumpedList['phase']; readonly isSearch: boolean }) {
  const t = useText();
  const look = { 'aria-hidden': true, className: 'size-16', strokeWidth: 1.5 } as const;
  if (phase === 'asking') return <Empty icon={<Hourglass {...look} />} words={t('recall.asking')} />;
  if (isSearch) return <Empty icon={<SearchX {...look} />} words={t('recall.nothingFound')} />;
  return <Empty icon={<History {...look} />} words={t('recall.nothingBumped')} />;
}

function Empty({ icon, words }: { readonly icon: ReactNode; readonly words: string }) {
  return (
    <div role="status" className="grid justify-items-center gap-3 px-4 py-12 text-center text-muted">
      {icon}
      <p className="text-[1.5rem] font-semibold">{words}</p>
    </div>
  );
}
