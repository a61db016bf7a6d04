import { Hourglass, UsersRound, WifiOff } from 'lucide-react';
import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../../messages/text-context.tsx';
import { mayManage } from '../../store/staff-rights.ts';
import { Button } from '../../ui/button.tsx';
import { SheetSection } from '../../ui/sheet-section.tsx';
import { GuardedDialog } from '../guarded-dialog.tsx';
import { useScreen, useScreenState } from '../screen-context.ts';

/** The way to people, devices and keys, and to all else that a manager looks after. */
export function PeopleSection() {
  const t = useText();
  const { guard } = useScreen();
  const isManager = useScreenState(mayManage);
  const [isOpen, setOpen] = useState(false);
  if (!isManager) return null;
  const close = () => {
    guard.uncovered();
    setOpen(false);
  };
  return (
    <SheetSection icon={UsersRound} title={t('people.title')}>
      <Button
        look="framed"
        wraps
        aria-haspopup="dialog"
        data-open-people
        onClick={() => guard.isClear() && setOpen(true)}
      >
        {t('people.open')}
      </Button>
      <Button look="framed" wraps data-to-manage onClick={() => guard.isClear() && location.assign('/manage')}>
        {t('manage.open')}
      </Button>
      {isOpen && createPortal(<Fetched onClose={close} />, document.body)}
    </SheetSection>
  );
}

type Panel = ComponentType<{ readonly onClose: () => void }>;

/** Fetched when it is wanted: one screen of a restaurant needs it, now and then. A failure is told, and crashes nothing. */
function Fetched({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const [panel, setPanel] = useState<{ readonly Panel: Panel }>();
  const [isMissing, setMissing] = useState(false);
  const fetch = useCallback(() => {
    setMissing(false);
    import('../../people/people-panel.tsx').then(
      ({ PeoplePanel }) => setPanel({ Panel: PeoplePanel }),
      () => setMissing(true),
    );
  }, []);
  useEffect(fetch, [fetch]);
  if (panel) return <panel.Panel onClose={onClose} />;
  const Icon = isMissing ? WifiOff : Hourglass;
  return (
    <GuardedDialog title={t('people.title')} onClose={onClose}>
      <div role="status" className="grid justify-items-center gap-4 px-4 py-16 text-center text-muted">
        <Icon aria-hidden className="size-16" strokeWidth={1.5} />
        <p className="text-[1.5rem] font-semibold">{t(isMissing ? 'people.notFetched' : 'app.loadingDetail')}</p>
        {isMissing && <Button onClick={fetch}>{t('action.tryNow')}</Button>}
      </div>
    </GuardedDialog>
  );
}
