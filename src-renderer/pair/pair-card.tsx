import { Languages, Settings } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { languages } from '../messages/language.ts';
import { useLanguage, useText } from '../messages/text-context.tsx';
import { LanguageSection } from '../screen/settings/language-section.tsx';
import { ThemeSection } from '../screen/settings/theme-section.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';

type PairCardProps = { readonly title: string; readonly lead: string; readonly children: ReactNode };

/** One step on the way in; language and light can be chosen before anything else. */
export function PairCard(props: PairCardProps) {
  const t = useText();
  return <Card product={t('app.name')} corner={<PairSettings />} {...props} />;
}

function PairSettings() {
  const t = useText();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        data-settings
        onClick={() => setOpen(true)}
        className="flex min-h-hit min-w-hit items-center justify-center gap-2 rounded-lg px-2 text-chrome leading-tight font-semibold whitespace-nowrap text-muted active:bg-raised"
      >
        <Settings aria-hidden className="size-[1.6em] shrink-0" strokeWidth={2.25} />
        <span>{t('settings.open')}</span>
        <span className="ms-2 flex items-center gap-2">
          <Languages aria-hidden className="size-[1.3em] shrink-0" />
          {languages[language].name}
        </span>
      </button>
      {isOpen && (
        <Dialog title={t('settings.title')} closeLabel={t('action.close')} onClose={() => setOpen(false)}>
          <div className="grid gap-8">
            <LanguageSection />
            <ThemeSection />
          </div>
        </Dialog>
      )}
    </>
  );
}
