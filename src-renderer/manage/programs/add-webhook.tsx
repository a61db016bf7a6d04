import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { useFocusBack } from '../../people/panel-parts.tsx';
import { useTyped } from '../../people/typed-context.ts';
import { useDeed } from '../../people/use-deed.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { type EventGroup, eventGroupNames, typesOf } from './event-groups.ts';
import type { NewWebhook, WebhookApi } from './webhook-api.ts';

type AddWebhookProps = {
  readonly api: WebhookApi;
  readonly onMade: (hook: NewWebhook) => void;
  readonly onCancel: () => void;
};

/** Where to, and of what; what is wrong stands at its field, and nothing that was typed is lost by that. */
export function AddWebhook({ api, onMade, onCancel }: AddWebhookProps) {
  const t = useText();
  const adding = useDeed('add webhook');
  const [url, setUrl] = useState('');
  const [groups, setGroups] = useState<readonly EventGroup[] | 'all'>('all');
  const [lacksGroups, setLacksGroups] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { problem } = adding;
  const isUrlWrong = problem?.kind === 'refused' && problem.fields.some(({ path }) => path === 'url');
  useFocusBack();
  useTyped(url.trim() !== '' || groups !== 'all');
  // What is wrong may be out of sight by now.
  useEffect(() => {
    if (problem || lacksGroups) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [problem, lacksGroups]);
  const choose = (chosen: readonly EventGroup[] | 'all') => {
    setGroups(chosen);
    setLacksGroups(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (groups !== 'all' && groups.length === 0) return setLacksGroups(true);
    adding.run(() => api.add(url.trim(), groups === 'all' ? [] : typesOf(groups)), onMade);
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      data-webhook-form
      className="grid gap-5 rounded-2xl border-2 border-accent bg-surface p-4 sm:p-5"
    >
      {problem && !isUrlWrong && <Problem problem={problem} />}
      <Field
        label={t('webhook.url')}
        hint={t('webhook.urlHint')}
        error={isUrlWrong ? t('webhook.urlWrong') : undefined}
        name="webhook-url"
        type="url"
        inputMode="url"
        dir="ltr"
        autoFocus
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="https://"
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
      <Events chosen={groups} onChoose={choose} error={lacksGroups ? t('webhook.groupsWrong') : undefined} />
      <div className="grid grid-cols-2 gap-3">
        <Button type="submit" look="primary" disabled={adding.isBusy}>
          {t('webhook.addNow')}
        </Button>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}

type EventsProps = {
  readonly chosen: readonly EventGroup[] | 'all';
  readonly onChoose: (groups: readonly EventGroup[] | 'all') => void;
  readonly error: string | undefined;
};

function Events({ chosen, onChoose, error }: EventsProps) {
  const t = useText();
  const errorId = useId();
  const toggle = (group: EventGroup) => {
    const known = chosen === 'all' ? [] : chosen;
    onChoose(known.includes(group) ? known.filter((one) => one !== group) : [...known, group]);
  };
  return (
    <fieldset
      aria-label={t('webhook.events')}
      aria-describedby={error ? errorId : undefined}
      aria-invalid={error ? true : undefined}
      tabIndex={-1}
      className="grid min-w-0 gap-3"
    >
      <p className="text-chrome font-semibold">{t('webhook.events')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice isChosen={chosen === 'all'} onClick={() => onChoose('all')}>
          {t('webhook.all')}
        </Choice>
        {eventGroupNames.map((group) => (
          <Choice key={group} isChosen={chosen !== 'all' && chosen.includes(group)} onClick={() => toggle(group)}>
            {t(`webhook.group.${group}`)}
          </Choice>
        ))}
      </div>
      {error && (
        <p id={errorId} className="flex gap-2 text-chrome leading-snug font-semibold text-danger">
          <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
