import { KeyRound, MessageCircleQuestionMark, Tablet } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { deviceKind, keepName, readName } from './device-name.ts';
import { PairCard } from './pair-card.tsx';
import type { PairProblem } from './pair-client.ts';
import { usePair, usePairClient } from './pair-context.ts';
import { PairTrouble } from './pair-trouble.tsx';

type NamePageProps = { readonly problem: PairProblem | null; readonly isBusy: boolean };

/** As the server takes it. */
const longestName = 60;

/** What this device is called, and one button that lets it in or asks. */
export function NamePage({ problem, isBusy }: NamePageProps) {
  const t = useText();
  const client = usePairClient();
  const hasSecret = usePair((state) => state.hasSecret);
  const pairedAs = usePair((state) => state.pairedAs);
  const [typed, setTyped] = useState(readName);
  const name = typed ?? t(`pair.suggest.${deviceKind()}`);
  const type = (next: string) => {
    keepName(next);
    setTyped(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void client.pair(name.trim());
  };
  return (
    <PairCard title={t('pair.title')} lead={hasSecret ? t('pair.lead') : t('pair.askLead')}>
      <form onSubmit={submit} data-pair={hasSecret ? 'secret' : 'ask'} className="grid gap-5">
        {problem && <PairTrouble problem={problem} hasSecret={hasSecret} />}
        {pairedAs !== null && <p className="text-[1.25rem] font-semibold">{t('pair.already', { name: pairedAs })}</p>}
        <Field
          label={t('pair.name')}
          hint={t('pair.nameHint')}
          name="device-name"
          autoComplete="off"
          autoFocus
          required
          maxLength={longestName}
          value={name}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => type(event.target.value)}
        />
        <Button type="submit" look="primary" wraps disabled={isBusy || name.trim() === ''}>
          {hasSecret ? <Tablet {...icon} /> : <MessageCircleQuestionMark {...icon} />}
          {t(wordsOf(hasSecret, isBusy))}
        </Button>
        {hasSecret ? (
          problem && (
            <Button look="framed" wraps onClick={client.askInstead}>
              {t('pair.askInstead')}
            </Button>
          )
        ) : (
          <p className="text-chrome text-muted">{t('pair.quicker')}</p>
        )}
        <Button look="quiet" wraps onClick={() => location.assign('/')}>
          <KeyRound {...icon} />
          {pairedAs === null ? t('pair.byPassword') : t('pair.openBoard')}
        </Button>
      </form>
    </PairCard>
  );
}

const icon = { 'aria-hidden': true, className: 'size-[1.3em] shrink-0' } as const;

function wordsOf(hasSecret: boolean, isBusy: boolean) {
  if (hasSecret) return isBusy ? 'pair.pairing' : 'pair.pair';
  return isBusy ? 'pair.asking' : 'pair.ask';
}
