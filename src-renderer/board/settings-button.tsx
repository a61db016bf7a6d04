import { Languages, Settings } from 'lucide-react';
import { useState } from 'react';
import { languages } from '../messages/language.ts';
import { useLanguage, useText } from '../messages/text-context.tsx';
import { useScreen } from './screen-context.ts';
import { ScreenSettings } from './screen-settings.tsx';

type SettingsButtonProps = {
  /** Names the language in itself, for those who cannot read the page. */
  readonly showLanguage?: boolean;
};

/** Opens what may differ from screen to screen. */
export function SettingsButton({ showLanguage = false }: SettingsButtonProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { guard } = useScreen();
  // The sheet lay over tickets ([TAP1]).
  const close = () => {
    guard.moved();
    setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        data-settings
        onClick={() => setOpen(true)}
        className="-my-2 flex min-h-hit min-w-hit items-center justify-center gap-2 rounded-lg px-3 text-chrome font-semibold whitespace-nowrap text-muted active:bg-raised"
      >
        <Settings aria-hidden className="size-[1.3em] shrink-0" />
        <span className="max-sm:sr-only">{t('settings.open')}</span>
        {showLanguage && <LanguageName />}
      </button>
      {isOpen && <ScreenSettings onClose={close} />}
    </>
  );
}

function LanguageName() {
  return (
    <span className="ms-2 flex items-center gap-2">
      <Languages aria-hidden className="size-[1.3em] shrink-0" />
      {languages[useLanguage()].name}
    </span>
  );
}
