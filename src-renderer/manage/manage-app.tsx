import { Store } from 'lucide-react';
import { useMemo } from 'react';
import { useText } from '../messages/text-context.tsx';
import { createManagerApi } from '../people/manager-api.ts';
import { ManagerContext } from '../people/manager-context.ts';
import { NotHere } from '../screen/not-here.tsx';
import { useScreen } from '../screen/screen-context.ts';
import { SessionGate } from '../screen/sign-in/session-gate.tsx';
import { ManageFrame } from './manage-frame.tsx';
import { usePlace } from './place.ts';
import { SectionPage } from './section-page.tsx';
import { StartPage } from './start-page.tsx';
import { TypedGuard } from './typed-guard.tsx';

/** The page for who is here; the server asks again at every step ([PER1]). */
export function ManageApp() {
  const t = useText();
  return (
    <SessionGate lead={t('manage.signInLead')}>
      {({ role }) =>
        role === 'manager' ? (
          <Manage />
        ) : (
          <NotHere icon={Store} title={t('manage.notHereTitle')} detail={t('manage.notHereDetail')} role={role} />
        )
      }
    </SessionGate>
  );
}

function Manage() {
  const { client } = useScreen();
  const api = useMemo(() => createManagerApi(client.ask), [client]);
  const place = usePlace();
  return (
    <ManagerContext value={api}>
      <ManageFrame place={place}>
        {place.section === null ? (
          <StartPage />
        ) : (
          <TypedGuard key={place.section}>
            <SectionPage section={place.section} />
          </TypedGuard>
        )}
      </ManageFrame>
    </ManagerContext>
  );
}
