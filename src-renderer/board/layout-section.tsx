import { ALargeSmall, LayoutGrid, Pointer, Rows2 } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import { gridSizes, hitSizes, textSizes } from '../store/screen-choice.ts';
import { Choice } from '../ui/choice.tsx';
import { SheetSection } from '../ui/sheet-section.tsx';
import { useChoice } from './screen-choice-context.tsx';

const row = 'grid grid-cols-2 gap-3 sm:grid-cols-4';

/** How this screen lays out its board ([SCR1]); at the door there is none yet. */
export function LayoutSection() {
  const hasBoard = useScreenState((state) => state.kitchen !== undefined);
  return (
    hasBoard && (
      <>
        <GridSection />
        <TextSection />
        <HitSection />
        <OverviewSection />
      </>
    )
  );
}

function GridSection() {
  const t = useText();
  const { choice, choose, isTooSmall } = useChoice();
  return (
    <SheetSection icon={LayoutGrid} title={t('layout.grid')}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {gridSizes.map((grid) => (
          <Choice key={grid} isChosen={grid === choice.grid} onClick={() => choose({ grid })}>
            {grid === 'columns' ? t('layout.columns') : t('layout.cells', { count: grid })}
          </Choice>
        ))}
      </div>
      {isTooSmall && (
        <p role="status" className="text-[1.25rem]">
          {t('layout.tooSmall')}
        </p>
      )}
    </SheetSection>
  );
}

function TextSection() {
  const t = useText();
  const { choice, choose } = useChoice();
  return (
    <SheetSection icon={ALargeSmall} title={t('layout.textSize')}>
      <div className={row}>
        {textSizes.map((textSize) => (
          <Choice key={textSize} isChosen={textSize === choice.textSize} onClick={() => choose({ textSize })}>
            <span className="tabular">{t('layout.sample', { size: textSize })}</span>
          </Choice>
        ))}
      </div>
    </SheetSection>
  );
}

function HitSection() {
  const t = useText();
  const { choice, choose } = useChoice();
  return (
    <SheetSection icon={Pointer} title={t('layout.hitSize')}>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {hitSizes.map((hitSize) => (
          <Choice key={hitSize} isChosen={hitSize === choice.hitSize} onClick={() => choose({ hitSize })}>
            {t(`layout.hit.${hitSize}`)}
          </Choice>
        ))}
      </div>
      <p className="text-[1.25rem] text-muted">{t('layout.hitHint')}</p>
    </SheetSection>
  );
}

function OverviewSection() {
  const t = useText();
  const { choice, choose } = useChoice();
  return (
    <SheetSection icon={Rows2} title={t('layout.overview')}>
      <div className={row}>
        {[true, false].map((overview) => (
          <Choice key={String(overview)} isChosen={overview === choice.overview} onClick={() => choose({ overview })}>
            {t(overview ? 'layout.shown' : 'layout.hidden')}
          </Choice>
        ))}
      </div>
    </SheetSection>
  );
}
