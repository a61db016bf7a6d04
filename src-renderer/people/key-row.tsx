import { KeyRound, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { KeyOut } from '#shared/protocol/device-requests.ts';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import type { NewKey } from './manager-api.ts';
import { useManager } from './manager-context.ts';
import { Row } from './panel-parts.tsx';
import { Question } from './question.tsx';
import { useDeed } from './use-deed.ts';
import { useWhen } from './when.ts';

type KeyRowProps = {
  readonly known: KeyOut;
  /** Unknown when they have left. */
  readonly madeBy: string | undefined;
  readonly onRenewed: (key: NewKey) => void;
  readonly onChange: () => Promise<void>;
};

export function KeyRow({ known, madeBy, onRenewed, onChange }: KeyRowProps) {
  const t = useText();
  const api = useManager();
  const when = useWhen();
  const [renewing, revoking] = [useDeed(`renew ${known.id}`), useDeed(`revoke ${known.id}`)];
  const [opened, setOpened] = useState<'renew' | 'revoke' | null>(null);
  const close = () => setOpened(null);
  const toggle = (which: 'renew' | 'revoke') => setOpened((now) => (now === which ? null : which));
  const { id, name } = known;
  const at = when(known.made_at);
  const renewed = (key: NewKey) => {
    close();
    onRenewed(key);
  };
  return (
    <Row
      icon={KeyRound}
      name={name}
      facts={[
        known.used_at === null ? t('key.neverUsed') : t('key.used', { when: when(known.used_at) }),
        madeBy === undefined ? t('key.made', { when: at }) : t('key.madeBy', { when: at, name: madeBy }),
      ]}
      actions={
        <>
          <Button aria-expanded={opened === 'renew'} onClick={() => toggle('renew')}>
            <RefreshCw aria-hidden className="size-[1.2em]" />
            {t('key.renew')}
          </Button>
          <Button aria-expanded={opened === 'revoke'} onClick={() => toggle('revoke')}>
            <Trash2 aria-hidden className="size-[1.2em]" />
            {t('device.revoke')}
          </Button>
        </>
      }
    >
      {opened === 'renew' && (
        <Question
          words={t('key.renewQuestion', { name })}
          yes={t('key.renewYes')}
          deed={renewing}
          onNo={close}
          onYes={() => renewing.run(() => api.renewKey(id), renewed)}
        />
      )}
      {opened === 'revoke' && (
        <Question
          words={t('key.revokeQuestion', { name })}
          yes={t('device.revokeYes')}
          deed={revoking}
          onNo={close}
          onYes={() => revoking.run(() => api.revokeKey(id), onChange)}
        />
      )}
    </Row>
  );
}
