import { useText } from '../messages/text-context.tsx';
import type { NewKey } from './manager-api.ts';
import { SecretCard } from './secret-card.tsx';

type NewKeyCardProps = { readonly made: NewKey; readonly onDone: () => void };

/** The only place where a key can ever be read ([APK1]). */
export function NewKeyCard({ made, onDone }: NewKeyCardProps) {
  const t = useText();
  return (
    <SecretCard
      title={t('key.shownOnce', { name: made.name })}
      detail={t('key.shownDetail')}
      label={t('key.itself')}
      secret={made.key}
      onDone={onDone}
    />
  );
}
