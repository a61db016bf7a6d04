import { CookingPot, Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StationId } from '#shared/domain/id.ts';
import { useText } from '../../messages/text-context.tsx';
import { Nothing } from '../../people/panel-parts.tsx';
import { useScreenState } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { LeaveDialog } from '../leave-dialog.tsx';
import { useLeaveGuard } from '../leave-guard.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { SaveBar } from './save-bar.tsx';
import { added, faultsIn, isNew, mostStations, type StationList } from './station-draft.ts';
import type { Opened } from './station-row.tsx';
import { StationRows } from './station-rows.tsx';
import { TrialOrder } from './trial-order.tsx';
import { Unasked } from './unasked.tsx';
import { useFaultWords } from './use-fault-words.ts';
import { useStationsDraft } from './use-stations-draft.ts';

/** Nothing is shown before the kitchen has said how it is: a list that begins empty could be saved so. */
export function StationsPage() {
  const t = useText();
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  return isLoaded ? <StationOffice /> : <Nothing icon={Hourglass} words={t('recall.asking')} />;
}

/** [STE1] The stations of the kitchen, what comes to which, and where a dish would go. */
function StationOffice() {
  const t = useText();
  const draft = useStationsDraft();
  const leaving = useLeaveGuard(draft.isDirty);
  const [opened, setOpened] = useState<{ readonly id: StationId; readonly what: Opened } | null>(null);
  /** Whoever is still writing is not told that a name is missing. */
  const [tries, setTries] = useState(0);
  const isTried = tries > 0;
  const [isSaved, setSaved] = useState(false);
  const { list, stored } = draft;
  const faults = faultsIn(list).filter(({ what, station }) => isTried || what !== 'no-name' || !isNewOne(station));
  const words = useFaultWords(faults);
  const change = (make: (now: StationList) => StationList) => {
    setSaved(false);
    draft.set(make);
  };
  const add = () => {
    const next = added(list);
    change(() => next);
    const made = next.at(-1);
    if (made) setOpened({ id: made.id, what: 'edit' });
  };
  const save = () => {
    setTries(tries + 1);
    const [first] = faultsIn(list);
    if (first) return setOpened(first.station === null ? null : { id: first.station, what: 'edit' });
    draft.save(() => {
      setOpened(null);
      setTries(0);
      setSaved(true);
    });
  };
  useShownFault(tries);
  return (
    <>
      <LeaveDialog leaving={leaving} />
      <p className="text-[1.25rem] leading-snug text-muted">{t('stationOffice.lead')}</p>
      <ChangedMeanwhile draft={draft} />
      <StationRows list={list} opened={opened} onOpen={setOpened} errorsAt={words.errorsAt} onChange={change} />
      <Unasked stations={{ ...stored, list }} />
      <div className="grid">
        <Button look="framed" wraps data-add-station disabled={list.length >= mostStations} onClick={add}>
          <CookingPot aria-hidden className="size-[1.4em] shrink-0" />
          {t('stationOffice.add')}
        </Button>
      </div>
      <TrialOrder stored={stored} drafted={{ ...stored, list }} />
      <SaveBar
        draft={draft}
        isSaved={isSaved}
        fault={words.whole ?? (isTried ? words.first : undefined)}
        onSave={save}
      />
    </>
  );
}

const isNewOne = (station: StationId | null) => station !== null && isNew({ id: station });

/** What is wrong may be out of sight, or under the bar that says so. */
function useShownFault(tries: number): void {
  useEffect(() => {
    if (tries === 0) return;
    const wrong = document.querySelector<HTMLElement>('[data-station-form] :is([aria-invalid], [data-invalid])');
    wrong?.focus({ preventScroll: true });
    wrong?.scrollIntoView({ block: 'center' });
  }, [tries]);
}
