import { KeyRound, ShieldAlert, TabletSmartphone, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isPlainHttp, isReadableByOthers } from '../link/plain-http.ts';
import { useText } from '../messages/text-context.tsx';
import { GuardedDialog } from '../screen/guarded-dialog.tsx';
import { useScreen } from '../screen/screen-context.ts';
import { Choice } from '../ui/choice.tsx';
import { DevicesTab } from './devices-tab.tsx';
import { KeysTab } from './keys-tab.tsx';
import { createManagerApi } from './manager-api.ts';
import { ManagerContext, useManager } from './manager-context.ts';
import { StaffTab } from './staff-tab.tsx';
import { useAsked } from './use-asked.ts';

const tabs = {
  devices: { icon: TabletSmartphone, Tab: DevicesTab },
  staff: { icon: Users, Tab: StaffTab },
  keys: { icon: KeyRound, Tab: KeysTab },
} as const;
type TabName = keyof typeof tabs;

/** Who and what is let in, for managers. Fetched when it is opened for the first time: most screens never do. */
export function PeoplePanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { client } = useScreen();
  const [shown, setShown] = useState<TabName>('devices');
  const api = useMemo(() => createManagerApi(client.ask), [client]);
  const { Tab } = tabs[shown];
  return (
    <GuardedDialog title={t('people.title')} onClose={onClose}>
      <ManagerContext value={api}>
        <div data-people={shown} className="grid gap-6">
          <PlainHttp />
          <nav
            aria-label={t('people.title')}
            className="grid grid-cols-2 gap-3 max-sm:*:last:col-span-2 sm:grid-cols-3"
          >
            {Object.entries(tabs).map(([name, { icon: Icon }]) => (
              <Choice key={name} data-tab={name} isChosen={name === shown} onClick={() => setShown(name as TabName)}>
                <Icon aria-hidden className="size-[1.1em] shrink-0 max-sm:hidden" />
                {t(`people.tab.${name as TabName}`)}
              </Choice>
            ))}
          </nav>
          <Tab />
        </div>
      </ManagerContext>
    </GuardedDialog>
  );
}

/** Networks come and go while this is open. */
const everyMs = 5000;

/** What it means for this page, or on the kitchen's own computer for all that come to it ([HTP1]). */
function PlainHttp() {
  const t = useText();
  const { value: addresses = [] } = useAsked(useManager().addresses, everyMs);
  const isHere = isReadableByOthers(location);
  if (!isHere && !addresses.some(isPlainHttp)) return null;
  return (
    <p data-plain-http className="flex gap-3 text-chrome leading-snug text-muted">
      <ShieldAlert aria-hidden className="size-[1.4em] shrink-0" />
      {t(isHere ? 'people.plainHttp' : 'people.plainHttpThere')}
    </p>
  );
}
