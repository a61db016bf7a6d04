import { Languages, LogOut, Moon, Settings, Sun } from 'lucide-react';
import { useState } from 'react';
import { BurnInSection } from '../burn-in/burn-in-section.tsx';
import { languageCodes, languages } from '../messages/language.ts';
import { useChooseLanguage, useLanguage, useText } from '../messages/text-context.tsx';
import { SoundSection } from '../sound/sound-section.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SheetSection } from '../ui/sheet-section.tsx';
import { keepTheme, readTheme, type Theme } from '../ui/theme.ts';
import { useReadyScreen } from './ready-context.ts';

/** For who hangs the screen up; guests have no use for it, so it is small and quiet. */
export function GuestSettings() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        data-settings
        aria-haspopup="dialog"
        aria-label={t('settings.open')}
        onClick={() => setOpen(true)}
        className="grid min-h-hit min-w-hit place-items-center rounded-lg text-muted active:bg-raised"
      >
        <Settings aria-hidden className="size-[3vmin]" />
      </button>
      {isOpen && (
        <Dialog title={t('settings.title')} closeLabel={t('action.close')} onClose={() => setOpen(false)}>
          <div className="grid gap-8">
            <LanguageChoice />
            <ThemeChoice />
            <SoundSection kinds={['ready']} />
            <BurnInSection />
            <SignOut />
          </div>
        </Dialog>
      )}
    </>
  );
}

function LanguageChoice() {
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

const themes: readonly Theme[] = ['dark', 'light'];

function ThemeChoice() {
  const t = useText();
  const [present, setPresent] = useState(readTheme);
  const choose = (theme: Theme) => {
    keepTheme(theme);
    setPresent(theme);
  };
  return (
    <SheetSection icon={present === 'dark' ? Moon : Sun} title={t('settings.lightOrDark')}>
      <div className="grid grid-cols-2 gap-3">
        {themes.map((theme) => (
          <Choice key={theme} isChosen={theme === present} onClick={() => choose(theme)}>
            {t(`settings.theme.${theme}`)}
          </Choice>
        ))}
      </div>
    </SheetSection>
  );
}

function SignOut() {
  const t = useText();
  const { client } = useReadyScreen();
  return (
    <div>
      <Button size="hit" onClick={client.signOut}>
        <LogOut aria-hidden className="size-[1.3em] rtl:rotate-180" />
        {t('session.signOut')}
      </Button>
    </div>
  );
}
