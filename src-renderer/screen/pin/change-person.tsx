import { Hourglass, UserRound, UserRoundX, WifiOff } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Answer } from '../../link/ask.ts';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { GuardedDialog } from '../guarded-dialog.tsx';
import { useScreen } from '../screen-context.ts';
import { PinPad } from './pin-pad.tsx';

export type Colleague = { readonly id: string; readonly name: string };

type ChangePersonProps = {
  /** User id of who is here now: they need not change over to themselves. */
  readonly present: string;
  readonly onClose: () => void;
};

/** A paired device changes hands: a name, then that one's PIN ([PIN1]). */
export function ChangePerson({ present, onClose }: ChangePersonProps) {
  const t = useText();
  const [chosen, setChosen] = useState<Colleague | null>(null);
  const { answer, again } = useColleagues();
  return (
    <GuardedDialog title={chosen ? t('pin.of', { name: chosen.name }) : t('pin.title')} onClose={onClose}>
      {chosen ? (
        <PinPad person={chosen} onBack={() => setChosen(null)} />
      ) : (
        <Names answer={answer} present={present} onChoose={setChosen} onAgain={again} />
      )}
    </GuardedDialog>
  );
}

function useColleagues() {
  const { client } = useScreen();
  const [answer, setAnswer] = useState<Answer<readonly Colleague[]>>();
  const again = useCallback(async () => {
    setAnswer(undefined);
    setAnswer(await client.ask({ method: 'GET', path: '/auth/people' }, toColleagues));
  }, [client]);
  useEffect(() => void again(), [again]);
  return { answer, again };
}

type Wire = { readonly id: string; readonly display_name: string };

function toColleagues(body: unknown): readonly Colleague[] | undefined {
  if (typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items)) return undefined;
  return (body.items as readonly Wire[]).map(({ id, display_name: name }) => ({ id, name }));
}

type NamesProps = {
  readonly answer: Answer<readonly Colleague[]> | undefined;
  readonly present: string;
  readonly onChoose: (person: Colleague) => void;
  readonly onAgain: () => void;
};

function Names({ answer, present, onChoose, onAgain }: NamesProps) {
  const t = useText();
  if (!answer) return <Note icon={Hourglass} words={t('recall.asking')} />;
  if (answer.kind !== 'ok') {
    return (
      <Note icon={WifiOff} words={t('session.unreachable')}>
        <Button onClick={onAgain}>{t('action.tryNow')}</Button>
      </Note>
    );
  }
  const others = answer.value.filter(({ id }) => id !== present);
  if (others.length === 0) return <Note icon={UserRoundX} words={t('pin.none')} />;
  return (
    <div data-people className="grid gap-3 sm:grid-cols-2">
      {others.map((person, index) => (
        <Button key={person.id} look="framed" wraps autoFocus={index === 0} onClick={() => onChoose(person)}>
          <UserRound aria-hidden className="size-[1.4em] shrink-0" />
          <span className="words min-w-0 flex-1 text-[1.5rem] leading-tight">{person.name}</span>
        </Button>
      ))}
    </div>
  );
}

type NoteProps = { readonly icon: typeof WifiOff; readonly words: string; readonly children?: ReactNode };

function Note({ icon: Icon, words, children }: NoteProps) {
  return (
    <div role="status" className="grid justify-items-center gap-4 px-4 py-12 text-center text-muted">
      <Icon aria-hidden className="size-16" strokeWidth={1.5} />
      <p className="text-[1.5rem] font-semibold">{words}</p>
      {children}
    </div>
  );
}
