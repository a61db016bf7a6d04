import { KeyRound, TabletSmartphone, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { GuardedDialog } from '../screen/guarded-dialog.tsx';
import { useScreen } from '../screen/screen-context.ts';
import { Choice } from '../ui/choice.tsx';
import { DevicesTab } from './devices-tab.tsx';
import { KeysTab } from './keys-tab.tsx';
import { createManagerApi } from './manager-api.ts';
import { ManagerContext } from './manager-context.ts';
import { PlainHttp } from './plain-http.tsx';
import { StaffTab } from './staff-tab.tsx';

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
