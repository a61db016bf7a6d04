import { ConciergeBell } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { pageOfRole } from '../screen/page-of-role.ts';
import { SettingsButton } from '../screen/settings/settings-button.tsx';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';

/** Who takes no orders has another page; to change who is here is in the settings. */
export function NotHere({ role }: { readonly role: string }) {
  const t = useText();
  return (
    <div className="flex h-dvh flex-col">
      <header data-chrome className="flex justify-end p-1">
        <SettingsButton />
      </header>
      <div className="min-h-0 flex-1">
        <FullPage
          icon={<ConciergeBell aria-hidden className="size-16" strokeWidth={1.25} />}
          title={t('floor.notHereTitle')}
          detail={t('floor.notHereDetail')}
          action={
            <Button look="primary" onClick={() => location.assign(pageOfRole(role))}>
              {t('floor.toOwnPage')}
            </Button>
          }
        />
      </div>
    </div>
  );
}
