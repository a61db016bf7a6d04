import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { KeyRow } from './key-row.tsx';
import type { NewKey } from './manager-api.ts';
import { useManager } from './manager-context.ts';
import { NewKeyCard } from './new-key-card.tsx';
import { Listed, Nothing, useFocusBack } from './panel-parts.tsx';
import { useAsked } from './use-asked.ts';
import { useDeed } from './use-deed.ts';

const everyMs = 10_000;
const staffEveryMs = 60_000;

/** What programs sign in with ([APK1]). */
export function KeysTab() {
  const t = useText();
  const api = useManager();
  const keys = useAsked(api.keys, everyMs);
  const people = useAsked(api.people, staffEveryMs);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<NewKey | null>(null);
  const nameOf = (id: string) => people.value?.find((person) => person.id === id)?.display_name;
  const show = (key: NewKey) => {
    setMaking(false);
    setMade(key);
    void keys.again();
  };
  return (
    <>
      <section className="grid gap-4">
        <p className="text-[1.25rem] leading-snug text-muted">{t('key.lead')}</p>
        {made && <NewKeyCard key={made.key} made={made} onDone={() => setMade(null)} />}
        <Button
          look={isMaking ? 'framed' : 'primary'}
          wraps
          aria-expanded={isMaking}
          onClick={() => setMaking(!isMaking)}
        >
          <KeyRound aria-hidden className="size-[1.4em] shrink-0" />
          {t('key.make')}
        </Button>
        {isMaking && <MakeKey onMade={show} onCancel={() => setMaking(false)} />}
      </section>
      <Listed asked={keys} empty={<Nothing icon={KeyRound} words={t('key.none')} />}>
        {(key) => (
          <KeyRow key={key.id} known={key} madeBy={nameOf(key.made_by)} onRenewed={show} onChange={keys.again} />
        )}
      </Listed>
    </>
  );
}

type MakeKeyProps = { readonly onMade: (key: NewKey) => void; readonly onCancel: () => void };

function MakeKey({ onMade, onCancel }: MakeKeyProps) {
  const t = useText();
  const api = useManager();
  const making = useDeed('make key');
  const [name, setName] = useState('');
  useFocusBack();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.run(() => api.makeKey(name.trim()), onMade);
  };
  return (
    <form onSubmit={submit} className="grid gap-4 rounded-2xl border-2 border-accent bg-surface p-4 sm:p-5">
      {making.problem && <Problem problem={making.problem} />}
      <Field
        label={t('key.name')}
        hint={t('key.nameHint')}
        autoFocus
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="grid grid-cols-2 gap-3">
        <Button type="submit" look="primary" disabled={making.isBusy || name.trim() === ''}>
          {t('key.makeNow')}
        </Button>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}
