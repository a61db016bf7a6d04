import type { ReactNode } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Card } from '../../ui/card.tsx';
import { SettingsButton } from '../settings/settings-button.tsx';

type CardPageProps = { readonly title: string; readonly lead: string; readonly children: ReactNode };

/** What stands before the board: one task, and this screen's settings. */
export function CardPage(props: CardPageProps) {
  const t = useText();
  return <Card product={t('app.name')} corner={<SettingsButton showLanguage />} {...props} />;
}
