import { Image } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Choice } from '../../ui/choice.tsx';
import { SheetSection } from '../../ui/sheet-section.tsx';
import { keepPhotosShown, readPhotosShown } from './photos-shown.ts';

/** Who knows the menu by heart would rather see more of it at once ([PHO5]). */
export function PhotosSection() {
  const t = useText();
  const [present, setPresent] = useState(readPhotosShown);
  const choose = (areShown: boolean) => {
    keepPhotosShown(areShown);
    setPresent(areShown);
  };
  return (
    <SheetSection icon={Image} title={t('photo.onMenu')}>
      <div className="grid grid-cols-2 gap-3">
        {[true, false].map((areShown) => (
          <Choice key={String(areShown)} isChosen={areShown === present} onClick={() => choose(areShown)}>
            {t(areShown ? 'photo.shown' : 'photo.hidden')}
          </Choice>
        ))}
      </div>
    </SheetSection>
  );
}
