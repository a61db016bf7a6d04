import { Languages, type LucideIcon, Settings } from 'lucide-react';
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
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { guard } = useScreen();
  // The cross of a sheet lies over this, and the sheet over tickets ([TAP1]).
  const open = () => guard.allows('settings', false) && setOpen(true);
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
        onClick={open}
        className="-my-2 flex min-h-hit min-w-hit items-center justify-center gap-4 rounded-lg px-2 text-muted active:bg-raised max-sm:ms-auto"
      >
        <Sign icon={Settings} word={t('settings.open')} />
        {showLanguage && <Sign icon={Languages} word={languages[language].name} />}
      </button>
      {isOpen && <ScreenSettings onClose={close} />}
    </>
  );
}

/** The word below its picture: as high as a finger needs, and narrow enough for a phone in every language. */
function Sign({ icon: Icon, word }: { readonly icon: LucideIcon; readonly word: string }) {
  return (
    <span className="grid justify-items-center gap-1 text-[1rem] leading-tight font-semibold whitespace-nowrap">
      <Icon aria-hidden className="size-[1.5em]" />
      {word}
    </span>
  );
}
