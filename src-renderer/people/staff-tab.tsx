import { UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { useManager } from './manager-context.ts';
import { Listed, Nothing } from './panel-parts.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonRow } from './person-row.tsx';
import { useAsked } from './use-asked.ts';

const everyMs = 10_000;

/** Who works here ([STF1]). */
export function StaffTab() {
  const t = useText();
  const api = useManager();
  const people = useAsked(api.people, everyMs);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <section className="grid gap-4">
        <Button
          look={isAdding ? 'framed' : 'primary'}
          wraps
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        >
          <UserPlus aria-hidden className="size-[1.4em] shrink-0" />
          {t('staff.add')}
        </Button>
        {isAdding && <PersonForm person={null} onDone={() => setAdding(false)} onChange={people.again} />}
      </section>
      <Listed asked={people} empty={<Nothing icon={Users} words={t('staff.none')} />}>
        {(person) => <PersonRow key={person.id} person={person} onChange={people.again} />}
      </Listed>
    </>
  );
}
