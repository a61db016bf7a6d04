import { Languages, Settings as SettingsIcon } from 'lucide-react';
import { useState } from 'react';
import { languages } from '../../messages/language.ts';
import { useLanguage, useText } from '../../messages/text-context.tsx';
import { useScreen } from '../screen-context.ts';

type SettingsButtonProps = {
  /** Names the language in itself, for those who cannot read the page. */
  readonly showLanguage?: boolean;
  /** On a narrow screen the word is left out. */
  readonly isBare?: boolean;
};

/** Opens what may differ from screen to screen. */
export function SettingsButton({ showLanguage = false, isBare = false }: SettingsButtonProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { guard, Settings } = useScreen();
  // The cross of a sheet lies over this, and the sheet over tickets ([TAP1]).
  const open = () => guard.isClear() && setOpen(true);
  const close = () => {
    guard.uncovered();
    setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        data-settings
        onClick={open}
        className={`-my-1 min-h-hit min-w-hit rounded-lg px-2 text-chrome leading-tight font-semibold whitespace-nowrap active:bg-raised ${showLanguage ? beside : below}`}
      >
        <SettingsIcon aria-hidden className="size-[1.6em] shrink-0" strokeWidth={2.25} />
        <span className={isBare ? 'max-sm:sr-only' : ''}>{t('settings.open')}</span>
        {showLanguage && <LanguageName />}
      </button>
      {isOpen && <Settings onClose={close} />}
    </>
  );
}

const beside = 'flex items-center justify-center gap-2 text-muted';
/** As its neighbours, the tools of the board. */
const below = 'grid content-center justify-items-center gap-0.5 bg-surface max-sm:order-last';

function LanguageName() {
  return (
    <span className="ms-2 flex items-center gap-2">
      <Languages aria-hidden className="size-[1.3em] shrink-0" />
      {languages[useLanguage()].name}
    </span>
  );
}
