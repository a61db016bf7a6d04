import { ALargeSmall } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Choice } from '../../ui/choice.tsx';
import { SheetSection } from '../../ui/sheet-section.tsx';
import { keepTextSize, readTextSize, type TextSize, textSizes } from './text-size.ts';

/** For whoever reads small letters badly, or in a dark room. */
export function TextSizeSection() {
  const t = useText();
  const [present, setPresent] = useState(readTextSize);
  const choose = (size: TextSize) => {
    keepTextSize(size);
    setPresent(size);
  };
  return (
    <SheetSection icon={ALargeSmall} title={t('floor.textSize')}>
      <div className="grid grid-cols-2 gap-3">
        {textSizes.map((size) => (
          <Choice key={size} isChosen={size === present} onClick={() => choose(size)}>
            {t(`floor.text.${size}`)}
          </Choice>
        ))}
      </div>
    </SheetSection>
  );
}
