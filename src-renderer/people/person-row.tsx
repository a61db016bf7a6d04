import { Pencil, Trash2, UserRound } from 'lucide-react';
import { useState } from 'react';
import { type PersonRole, personRoles } from '#shared/domain/role.ts';
import type { UserOut } from '#shared/protocol/people-requests.ts';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { useManager } from './manager-context.ts';
import { Row } from './panel-parts.tsx';
import { PersonForm } from './person-form.tsx';
import { Question } from './question.tsx';
import { useDeed } from './use-deed.ts';

type PersonRowProps = { readonly person: UserOut; readonly onChange: () => Promise<void> };

export function PersonRow({ person, onChange }: PersonRowProps) {
  const t = useText();
  const api = useManager();
  const removing = useDeed(`remove ${person.id}`);
  const [opened, setOpened] = useState<'edit' | 'remove' | null>(null);
  const close = () => setOpened(null);
  const toggle = (which: 'edit' | 'remove') => setOpened((now) => (now === which ? null : which));
  const name = person.display_name;
  return (
    <Row
      icon={UserRound}
      name={name}
      facts={[`${t(`staff.roles.${roleOf(person)}`)} · ${person.username}`, t(`staff.comesBy.${waysIn(person)}`)]}
      actions={
        <>
          <Button aria-expanded={opened === 'edit'} onClick={() => toggle('edit')}>
            <Pencil aria-hidden className="size-[1.2em]" />
            {t('staff.edit')}
          </Button>
          <Button aria-expanded={opened === 'remove'} onClick={() => toggle('remove')}>
            <Trash2 aria-hidden className="size-[1.2em]" />
            {t('staff.remove')}
          </Button>
        </>
      }
    >
      {opened === 'edit' && <PersonForm person={person} onDone={close} onChange={onChange} />}
      {opened === 'remove' && (
        <Question
          words={t('staff.removeQuestion', { name })}
          yes={t('staff.removeYes')}
          deed={removing}
          onNo={close}
          onYes={() => removing.run(() => api.remove(person.id), onChange)}
        />
      )}
    </Row>
  );
}

/** One that only a newer server knows may do little in this page's eyes. */
const roleOf = ({ role }: UserOut): PersonRole => personRoles.find((known) => known === role) ?? 'guest';

function waysIn({ has_password: hasPassword, has_pin: hasPin }: UserOut) {
  if (hasPassword) return hasPin ? 'both' : 'password';
  return hasPin ? 'pin' : 'nothing';
}
