import { BookOpen, KeyRound, type LucideIcon, Plus, Webhook } from 'lucide-react';
import { useMemo, useState } from 'react';
import { mostWebhooks } from '#shared/protocol/webhook-words.ts';
import { useText } from '../../messages/text-context.tsx';
import { Listed, Nothing } from '../../people/panel-parts.tsx';
import { SecretCard } from '../../people/secret-card.tsx';
import { useAsked } from '../../people/use-asked.ts';
import { useScreen } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { addressOf } from '../place.ts';
import { AddWebhook } from './add-webhook.tsx';
import { HowToCheck } from './how-to-check.tsx';
import { createWebhookApi, type NewWebhook } from './webhook-api.ts';
import { WebhookRow } from './webhook-row.tsx';

const everyMs = 5_000;

/** Programs that come in and programs that are told ([HOK5]). */
export function ProgramsPage() {
  const t = useText();
  const { client } = useScreen();
  const api = useMemo(() => createWebhookApi(client.ask), [client]);
  const hooks = useAsked(api.list, everyMs);
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<NewWebhook | null>(null);
  const isFull = (hooks.value?.length ?? 0) >= mostWebhooks;
  const show = (hook: NewWebhook) => {
    setAdding(false);
    setMade(hook);
    void hooks.again();
  };
  return (
    <>
      <ul className="grid gap-3 sm:grid-cols-2">
        <Way to={addressOf('keys')} icon={KeyRound} title={t('manage.section.keys')} about={t('webhook.toKeys')} />
        <Way to="/docs" icon={BookOpen} title={t('webhook.docs')} about={t('webhook.toDocs')} />
      </ul>
      <section aria-labelledby="webhooks" className="grid gap-4">
        <h2 id="webhooks" className="text-[1.75rem] leading-tight font-bold">
          {t('webhook.title')}
        </h2>
        <p className="text-[1.25rem] leading-snug text-muted">{t('webhook.lead')}</p>
        {made && (
          <SecretCard
            key={made.id}
            title={t('webhook.shownOnce', { url: made.url })}
            detail={t('webhook.shownDetail')}
            label={t('webhook.secret')}
            secret={made.secret}
            onDone={() => setMade(null)}
          >
            <HowToCheck />
          </SecretCard>
        )}
        {isFull ? (
          <p className="text-chrome font-semibold">{t('webhook.full', { number: mostWebhooks })}</p>
        ) : (
          <Button
            look={isAdding ? 'framed' : 'primary'}
            wraps
            aria-expanded={isAdding}
            onClick={() => setAdding(!isAdding)}
          >
            <Plus aria-hidden className="size-[1.4em] shrink-0" />
            {t('webhook.add')}
          </Button>
        )}
        {isAdding && !isFull && <AddWebhook api={api} onMade={show} onCancel={() => setAdding(false)} />}
        <Listed asked={hooks} empty={<Nothing icon={Webhook} words={t('webhook.none')} />}>
          {(hook) => <WebhookRow key={hook.id} hook={hook} api={api} onChange={hooks.again} />}
        </Listed>
      </section>
    </>
  );
}

type WayProps = {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly about: string;
};

const Way = ({ to, icon: Icon, title, about }: WayProps) => (
  <li className="grid">
    <a
      href={to}
      className="flex min-h-hit items-start gap-4 rounded-xl border border-edge bg-surface p-4 active:bg-raised"
    >
      <Icon aria-hidden className="mt-0.5 size-8 shrink-0 text-muted" />
      <span className="min-w-0">
        <span className="block text-[1.375rem] leading-tight font-bold">{title}</span>
        <span className="text-chrome leading-snug text-muted">{about}</span>
      </span>
    </a>
  </li>
);
