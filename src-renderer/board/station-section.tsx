import { ChefHat, ConciergeBell, Lock, MapPin } from 'lucide-react';
import { useState } from 'react';
import type { Station } from '#shared/domain/station.ts';
import { useText } from '../messages/text-context.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import { kitchenOf } from '../store/screen-state.ts';
import { Choice } from '../ui/choice.tsx';
import { SheetSection } from '../ui/sheet-section.tsx';
import { stationInAddress } from './kept-choice.ts';
import { useChoice } from './screen-choice-context.tsx';

const kinds = { prep: ChefHat, expo: ConciergeBell } as const;

/** Whose work this screen shows ([SCR2]). Nothing to choose before anybody has set up stations, or at the door. */
export function StationSection() {
  const t = useText();
  const { list } = useScreenState((state) => kitchenOf(state).stations);
  const shown = useScreenState((state) => state.station);
  const { choose, isFixed } = useChoice();
  // Whoever goes back to everything still sees what was chosen.
  const [began] = useState(shown);
  if (list.length < 2 && shown === null && began === null) return null;
  return (
    <SheetSection icon={MapPin} title={t('station.title')}>
      {isFixed ? (
        <Fixed station={list.find(({ id }) => id === shown)} />
      ) : (
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          <Choice isChosen={shown === null} onClick={() => choose({ station: null })}>
            {t('station.all')}
          </Choice>
          {list.map((station) => (
            <Choice key={station.id} isChosen={shown === station.id} onClick={() => choose({ station: station.id })}>
              <Named station={station} />
            </Choice>
          ))}
        </div>
      )}
    </SheetSection>
  );
}

/** What nobody can choose here does not look like a button; how it can be chosen again stands beside it. */
function Fixed({ station }: { readonly station: Station | undefined }) {
  const t = useText();
  return (
    <div data-fixed-station className="flex items-center gap-4 rounded-xl bg-note px-4 py-3">
      <Lock aria-hidden className="size-8 shrink-0 text-muted" strokeWidth={2.5} />
      <div className="grid min-w-0 gap-1.5">
        <p className="text-[1.5rem] leading-tight font-bold">
          {station ? <Named station={station} /> : t('station.all')}
        </p>
        <p className="text-[1.25rem] leading-snug wrap-anywhere">
          {t('station.fixed', { part: `station=${stationInAddress() ?? ''}` })}
        </p>
      </div>
    </div>
  );
}

function Named({ station: { name, kind } }: { readonly station: Station }) {
  const t = useText();
  const Icon = kinds[kind];
  return (
    <span className="grid min-w-0">
      <span className="words">{name}</span>
      <span className="flex items-center gap-1.5 text-chrome font-semibold text-muted">
        <Icon aria-hidden className="size-[1.1em]" />
        {t(`station.kind.${kind}`)}
      </span>
    </span>
  );
}
