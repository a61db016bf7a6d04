import { RotateCw, Trash2 } from 'lucide-react';
import { useCallback } from 'react';
import type { FailedEventOut } from '#shared/protocol/webhook-requests.ts';
import { useText } from '../../messages/text-context.tsx';
import { Listed, Nothing } from '../../people/panel-parts.tsx';
import { useAsked } from '../../people/use-asked.ts';
import { useDeed } from '../../people/use-deed.ts';
import { useWhen } from '../../people/when.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { Button } from '../../ui/button.tsx';
import { groupsOf } from './event-groups.ts';
import { useReason } from './use-reason.ts';
import type { WebhookApi } from './webhook-api.ts';

type FailedEventsProps = {
  readonly id: string;
  readonly api: WebhookApi;
  /** There are fewer of them. */
  readonly onChange: () => void;
  /** None is left to be looked at. */
  readonly onRetried: () => void;
};

const everyMs = 10_000;

/** What was given up after the last try, why, and once more ([HOK3]). */
export function FailedEvents({ id, api, onChange, onRetried }: FailedEventsProps) {
  const t = useText();
  const failed = useAsked(
    useCallback(() => api.failed(id), [api, id]),
    everyMs,
  );
  const retrying = useDeed(`retry ${id}`);
  const oneIsDone = () => {
    if (failed.value?.length === 1) return onRetried();
    void failed.again();
    onChange();
  };
  return (
    <section data-failed aria-label={t('webhook.failedTitle')} className="grid gap-3">
      <p className="text-chrome leading-snug text-muted">{t('webhook.failedLead')}</p>
      {retrying.problem && <Problem problem={retrying.problem} />}
      <Listed asked={failed} empty={<Nothing icon={RotateCw} words={t('webhook.noneFailed')} />}>
        {(event) => <FailedEvent key={event.seq} event={event} hook={id} api={api} onDone={oneIsDone} />}
      </Listed>
      <Button look="primary" disabled={retrying.isBusy} onClick={() => retrying.run(() => api.retry(id), onRetried)}>
        <RotateCw aria-hidden className="size-[1.2em]" />
        {t('webhook.retry')}
      </Button>
    </section>
  );
}

type FailedEventProps = {
  readonly event: FailedEventOut;
  readonly hook: string;
  readonly api: WebhookApi;
  readonly onDone: () => void;
};

function FailedEvent({ event: { type, at, number, error, seq }, hook, api, onDone }: FailedEventProps) {
  const t = useText();
  const deed = useDeed(`failed ${hook} ${seq}`);
  const when = useWhen();
  const reason = useReason();
  const [group] = type === null ? [] : groupsOf([type]);
  const name = group ? t(`webhook.group.${group}`) : (type ?? `${seq}`);
  return (
    <li className="grid gap-1 p-3">
      <p className="flex flex-wrap gap-x-3 text-[1.25rem] leading-tight font-semibold">
        <span>{name}</span>
        {number !== null && <bdi className="tabular">{number}</bdi>}
        {at !== null && <span className="text-chrome font-normal text-muted">{when(at)}</span>}
      </p>
      <p className="text-chrome leading-snug text-danger">{reason(error)}</p>
      {deed.problem && <Problem problem={deed.problem} />}
      <div className="flex flex-wrap gap-3">
        <Button disabled={deed.isBusy} onClick={() => deed.run(() => api.retryOne(hook, seq), onDone)}>
          <RotateCw aria-hidden className="size-[1.2em]" />
          {t('webhook.retryOne')}
        </Button>
        <Button disabled={deed.isBusy} onClick={() => deed.run(() => api.forget(hook, seq), onDone)}>
          <Trash2 aria-hidden className="size-[1.2em]" />
          {t('webhook.forget')}
        </Button>
      </div>
    </li>
  );
}
