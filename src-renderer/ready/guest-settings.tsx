import { LogOut, Settings } from 'lucide-react';
import { useState } from 'react';
import { BurnInSection } from '../burn-in/burn-in-section.tsx';
import { isDevice } from '../link/session.ts';
import { useText } from '../messages/text-context.tsx';
import { LanguageSection } from '../screen/settings/language-section.tsx';
import { ThemeSection } from '../screen/settings/theme-section.tsx';
import { SoundSection } from '../sound/sound-section.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useReady, useReadyScreen } from './ready-context.ts';

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
        <Settings aria-hidden className="size-[max(1.5rem,3vmin)]" />
      </button>
      {isOpen && (
        <Dialog title={t('settings.title')} closeLabel={t('action.close')} onClose={() => setOpen(false)}>
          <div className="grid gap-8">
            <LanguageSection />
            <ThemeSection />
            <SoundSection kinds={['ready']} />
            <BurnInSection />
            <SignOut />
          </div>
        </Dialog>
      )}
    </>
  );
}

function SignOut() {
  const t = useText();
  const { client } = useReadyScreen();
  const isItself = useReady(({ session }) => session.phase === 'signed-in' && isDevice(session.person));
  // A paired screen is let out by the manager only.
  if (isItself) return null;
  return (
    <div>
      <Button onClick={client.signOut}>
        <LogOut aria-hidden className="size-[1.3em] rtl:rotate-180" />
        {t('session.signOut')}
      </Button>
    </div>
  );
}
