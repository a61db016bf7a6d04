import { MonitorCheck } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { Choice } from '../ui/choice.tsx';
import { SheetSection } from '../ui/sheet-section.tsx';
import { useDrift, useOffset } from './drift-context.ts';

/** For the screen's own sake: it shows the same picture for months. */
export function BurnInSection() {
  const t = useText();
  const drift = useDrift();
  const isOn = useOffset() !== undefined;
  return (
    <SheetSection icon={MonitorCheck} title={t('spare.title')}>
      <Choice isChosen={isOn} onClick={() => drift.turn(!isOn)}>
        {t('spare.on')}
      </Choice>
    </SheetSection>
  );
}
