import { Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { type DeviceRole, deviceRoles } from '#shared/domain/role.ts';
import type { DeviceOut } from '#shared/protocol/device-requests.ts';
import { useText } from '../messages/text-context.tsx';
import { useMoment } from '../screen/screen-context.ts';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useManager } from './manager-context.ts';
import { Row, useFocusBack } from './panel-parts.tsx';
import { Question } from './question.tsx';
import { roleIcons } from './role-choice.tsx';
import { useDeed } from './use-deed.ts';
import { useWhen } from './when.ts';

type DeviceRowProps = {
  readonly device: DeviceOut;
  /** Who let it in; unknown when they have left. */
  readonly pairedBy: string | undefined;
  readonly onChange: () => Promise<void>;
};

export function DeviceRow({ device, pairedBy, onChange }: DeviceRowProps) {
  const t = useText();
  const api = useManager();
  const facts = useFacts(device, pairedBy);
  const revoking = useDeed(`revoke ${device.id}`);
  const [opened, setOpened] = useState<'rename' | 'revoke' | null>(null);
  const close = () => setOpened(null);
  const toggle = (which: 'rename' | 'revoke') => setOpened((now) => (now === which ? null : which));
  return (
    <Row
      icon={roleIcons[roleOf(device)]}
      name={device.name}
      facts={facts}
      actions={
        <>
          <Button aria-expanded={opened === 'rename'} onClick={() => toggle('rename')}>
            <Pencil aria-hidden className="size-[1.2em]" />
            {t('device.rename')}
          </Button>
          <Button aria-expanded={opened === 'revoke'} onClick={() => toggle('revoke')}>
            <Trash2 aria-hidden className="size-[1.2em]" />
            {t('device.revoke')}
          </Button>
        </>
      }
    >
      {opened === 'rename' && <Rename device={device} onDone={close} onChange={onChange} />}
      {opened === 'revoke' && (
        <Question
          words={t('device.revokeQuestion', { name: device.name })}
          yes={t('device.revokeYes')}
          deed={revoking}
          onNo={close}
          onYes={() => revoking.run(() => api.revoke(device.id), onChange)}
        />
      )}
    </Row>
  );
}

/** One that only a newer server knows is drawn as a kitchen's. */
const roleOf = ({ role }: DeviceOut): DeviceRole => deviceRoles.find((known) => known === role) ?? 'kitchen';

/** It is written down once a minute at most. */
const justNowMs = 2 * 60_000;

function useFacts(device: DeviceOut, pairedBy: string | undefined): readonly string[] {
  const t = useText();
  const when = useWhen();
  const isHere = useMoment(({ serverMs }) => serverMs - Date.parse(device.seen_at) < justNowMs);
  const at = when(device.paired_at);
  return [
    `${t(`device.role.${roleOf(device)}`)} · ${isHere ? t('device.seenNow') : t('device.seen', { when: when(device.seen_at) })}`,
    pairedBy === undefined ? t('device.paired', { when: at }) : t('device.pairedBy', { when: at, name: pairedBy }),
  ];
}

type RenameProps = Pick<DeviceRowProps, 'device' | 'onChange'> & { readonly onDone: () => void };

function Rename({ device, onDone, onChange }: RenameProps) {
  const t = useText();
  const api = useManager();
  const renaming = useDeed(`rename ${device.id}`);
  const [name, setName] = useState(device.name);
  useFocusBack();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    renaming.run(
      () => api.rename(device.id, name.trim()),
      () => {
        onDone();
        void onChange();
      },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      {renaming.problem && <Problem problem={renaming.problem} />}
      <Field
        label={t('device.newName')}
        autoFocus
        autoComplete="off"
        required
        maxLength={60}
        value={name}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="grid grid-cols-2 gap-3">
        <Button type="submit" look="primary" disabled={renaming.isBusy || name.trim() === ''}>
          {t('people.save')}
        </Button>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}
