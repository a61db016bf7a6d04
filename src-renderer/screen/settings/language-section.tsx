import { Languages } from 'lucide-react';
import { languageCodes, languages } from '../../messages/language.ts';
import { useChooseLanguage, useLanguage, useText } from '../../messages/text-context.tsx';
import { Choice } from '../../ui/choice.tsx';
import { SheetSection } from '../../ui/sheet-section.tsx';

/** Each language is called by its own name: whoever needs it may read no other ([LNG2]). */
export function LanguageSection() {
  const t = useText();
  const present = useLanguage();
  const choose = useChooseLanguage();
  return (
    <SheetSection icon={Languages} title={t('settings.language')}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {languageCodes.map((code) => (
          <Choice key={code} isChosen={code === present} onClick={() => choose(code)}>
            <bdi lang={code}>{languages[code].name}</bdi>
          </Choice>
        ))}
      </div>
    </SheetSection>
  );
}
