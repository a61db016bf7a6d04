import equal from 'fast-deep-equal';
import { useState } from 'react';
import type { Stations } from '#shared/domain/station.ts';
import { fromWireStations, type WireStations } from '#shared/protocol/wire-site.ts';
import type { Ask } from '../../link/ask.ts';
import { type DeedProblem, useDeed } from '../../people/use-deed.ts';
import { useScreen } from '../../screen/screen-context.ts';
import { useStations } from '../../screen/use-site.ts';
import { readyToSave, type StationList } from './station-draft.ts';

type Draft = { readonly base: Stations; readonly list: StationList };

export type StationsDraft = {
  /** As the kitchen has them. */
  readonly stored: Stations;
  /** As the manager has them before them. */
  readonly list: StationList;
  readonly isDirty: boolean;
  /** What somebody else has saved since this one began: not to be overwritten by not knowing. */
  readonly meanwhile: { readonly before: StationList; readonly after: StationList } | null;
  readonly isSaving: boolean;
  /** Why the last try to save just this was in vain. */
  readonly problem: DeedProblem | null;
  readonly set: (change: (list: StationList) => StationList) => void;
  readonly discard: () => void;
  /** Goes on from what others have saved; saving replaces it. */
  readonly keepMine: () => void;
  readonly save: (done: () => void) => void;
};

/** A change of the stations that is saved as a whole, at the version that it began from ([STE1], [STE2]). */
export function useStationsDraft(): StationsDraft {
  const { client } = useScreen();
  const live = useStations();
  const saving = useDeed('save stations');
  const [tried, setTried] = useState<StationList | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const isDirty = draft !== null && !equal(draft.list, draft.base.list);
  // What was saved just now may be here before the stream tells it.
  const stored = draft && draft.base.version > live.version ? draft.base : live;
  const isLate = isDirty && stored.version > draft.base.version && !equal(stored.list, draft.base.list);
  const list = isDirty ? draft.list : stored.list;
  return {
    stored,
    list,
    isDirty,
    meanwhile: isLate ? { before: draft.base.list, after: stored.list } : null,
    isSaving: saving.isBusy,
    problem: tried === list ? saving.problem : null,
    set: (change) => setDraft((now) => changedDraft(now, stored, change)),
    discard: () => setDraft(null),
    keepMine: () => setDraft((now) => now && { ...now, base: stored }),
    save: (done) => {
      setTried(list);
      saving.run(
        () => putStations(client.ask, readyToSave(list), (isLate ? draft.base : stored).version),
        (base) => {
          setDraft({ base, list: base.list });
          done();
        },
      );
    },
  };
}

function changedDraft(now: Draft | null, stored: Stations, change: (list: StationList) => StationList): Draft {
  const isFresh = now === null || (equal(now.list, now.base.list) && stored.version >= now.base.version);
  const from = isFresh ? { base: stored, list: stored.list } : now;
  return { ...from, list: change(from.list) };
}

const putStations = (ask: Ask, list: StationList, version: number) =>
  ask({ method: 'PUT', path: '/stations', body: { items: list }, headers: { 'if-match': `"${version}"` } }, stationsIn);

function stationsIn(body: unknown): Stations | undefined {
  if (typeof body !== 'object' || body === null || !('items' in body) || !('version' in body)) return undefined;
  return fromWireStations(body as WireStations);
}
