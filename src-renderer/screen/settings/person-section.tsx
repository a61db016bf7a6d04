import { LogOut, Tablet, UserRound, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { isDevice, type Person } from '../../link/session.ts';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SheetSection } from '../../ui/sheet-section.tsx';
import { ChangePerson } from '../pin/change-person.tsx';
import { useScreen, useScreenState } from '../screen-context.ts';

/** Who is signed in here, the way out, and on a paired device the way to somebody else ([PIN1]). */
export function PersonSection() {
  const person = useScreenState(({ session }) => (session.phase === 'signed-in' ? session.person : null));
  return person && <Present person={person} />;
}

function Present({ person }: { readonly person: Person }) {
  const t = useText();
  const { client, guard } = useScreen();
  const [isChanging, setChanging] = useState(false);
  const { displayName: name, deviceId, pairedAs } = person;
  /** It cannot be told to an absent server; and what is under way must be safe here until this person comes back. */
  const mayLeave = useScreenState(
    ({ pending, link }) => link.phase === 'live' && pending.every(({ kept, answer }) => kept || answer),
  );
  const isItself = isDevice(person);
  const close = () => {
    guard.uncovered();
    setChanging(false);
  };
  return (
    <SheetSection
      icon={isItself ? Tablet : UserRound}
      title={isItself ? t('pin.pairedAs', { name }) : t('settings.signedInAs', { name })}
    >
      <div className="flex flex-wrap items-center gap-4">
        {deviceId !== null && (
          <Button
            look="framed"
            aria-haspopup="dialog"
            data-change-person
            onClick={() => guard.isClear() && setChanging(true)}
            disabled={!mayLeave}
          >
            <UsersRound aria-hidden className="size-[1.3em]" />
            {t('pin.change')}
          </Button>
        )}
        {!isItself && (
          <Button look="framed" onClick={() => guard.allows('sign-out', true) && client.signOut()} disabled={!mayLeave}>
            <LogOut aria-hidden className="size-[1.3em] rtl:rotate-180" />
            {t('session.signOut')}
          </Button>
        )}
        {!mayLeave && <p className="min-w-0 flex-1 basis-48 text-chrome text-muted">{t('settings.signOutLater')}</p>}
      </div>
      {!isItself && pairedAs !== null && (
        <p className="text-chrome text-muted">{t('pin.goesOnAs', { name: pairedAs })}</p>
      )}
      {isChanging && createPortal(<ChangePerson present={person.userId} onClose={close} />, document.body)}
    </SheetSection>
  );
}
