import { LogOut, UserRound } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { SheetSection } from '../ui/sheet-section.tsx';
import { useBoard, useScreen } from './screen-context.ts';

/** Who is signed in here, and the way out. */
export function PersonSection() {
  const t = useText();
  const { client, guard } = useScreen();
  const name = useBoard(({ session }) => (session.phase === 'signed-in' ? session.person.displayName : null));
  /** It cannot be told to an absent server; and what is under way must be safe here until this person comes back. */
  const mayLeave = useBoard(
    ({ pending, link }) => link.phase === 'live' && pending.every(({ kept, answer }) => kept || answer),
  );
  if (name === null) return null;
  return (
    <SheetSection icon={UserRound} title={t('settings.signedInAs', { name })}>
      <div className="flex flex-wrap items-center gap-4">
        <Button onClick={() => guard.allows('sign-out', true) && client.signOut()} disabled={!mayLeave}>
          <LogOut aria-hidden className="size-[1.3em] rtl:rotate-180" />
          {t('session.signOut')}
        </Button>
        {!mayLeave && <p className="min-w-0 flex-1 basis-48 text-chrome text-muted">{t('settings.signOutLater')}</p>}
      </div>
    </SheetSection>
  );
}
