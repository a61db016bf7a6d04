import { ChefHat, ConciergeBell, MapPin } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { kitchenOf } from '../store/board-state.ts';
import { Choice } from '../ui/choice.tsx';
import { SheetSection } from '../ui/sheet-section.tsx';
import { useChoice } from './screen-choice-context.tsx';
import { useBoard } from './screen-context.ts';

const kinds = { prep: ChefHat, expo: ConciergeBell } as const;

/** Whose work this screen shows ([SCR2]). Nothing to choose before anybody has set up stations, or at the door. */
export function StationSection() {
  const t = useText();
  const { list } = useBoard((state) => kitchenOf(state).stations);
  const shown = useBoard((state) => state.station);
  const { choose, isFixed } = useChoice();
  // Whoever goes back to everything still sees what was chosen.
  const [began] = useState(shown);
  if (list.length < 2 && shown === null && began === null) return null;
  return (
    <SheetSection icon={MapPin} title={t('station.title')}>
      {isFixed && <p className="text-[1.25rem]">{t('station.fixed')}</p>}
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Choice isChosen={shown === null} disabled={isFixed} onClick={() => choose({ station: null })}>
          {t('station.all')}
        </Choice>
        {list.map(({ id, name, kind }) => {
          const Icon = kinds[kind];
          return (
            <Choice key={id} isChosen={shown === id} disabled={isFixed} onClick={() => choose({ station: id })}>
              <span className="grid min-w-0">
                <span className="words">{name}</span>
                <span className="flex items-center gap-1.5 text-chrome text-muted">
                  <Icon aria-hidden className="size-[1.1em]" />
                  {t(`station.kind.${kind}`)}
                </span>
              </span>
            </Choice>
          );
        })}
      </div>
    </SheetSection>
  );
}
