import type { LucideIcon } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { pageOfRole } from './page-of-role.ts';
import { SettingsButton } from './settings/settings-button.tsx';

type NotHereProps = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail: string;
  /** Of who is here. */
  readonly role: string;
};

/** Who has no work on this page has another; to change who is here is in the settings. */
export function NotHere({ icon: Icon, title, detail, role }: NotHereProps) {
  const t = useText();
  return (
    <div className="flex h-dvh flex-col">
      <header data-chrome className="flex justify-end p-1">
        <SettingsButton />
      </header>
      <div className="min-h-0 flex-1">
        <FullPage
          icon={<Icon aria-hidden className="size-16" strokeWidth={1.25} />}
          title={title}
          detail={detail}
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
