import type { ComponentType } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../guarded-dialog.tsx';

type SettingsSheetProps = {
  /** Each subject by itself; whoever leaves does so at the end. */
  readonly sections: Readonly<Record<string, ComponentType>>;
  readonly onClose: () => void;
};

/** How one screen looks and speaks, and who is at it; everything holds at once and is kept here. */
export function SettingsSheet({ sections, onClose }: SettingsSheetProps) {
  const t = useText();
  return (
    <GuardedDialog title={t('settings.title')} onClose={onClose}>
      <div className="grid gap-8">
        {Object.entries(sections).map(([name, Section]) => (
          <Section key={name} />
        ))}
      </div>
    </GuardedDialog>
  );
}
