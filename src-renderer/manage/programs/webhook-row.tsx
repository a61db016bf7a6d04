import { Send, Trash2, TriangleAlert, Webhook } from 'lucide-react';
import { useState } from 'react';
import type { WebhookOut } from '#shared/protocol/webhook-requests.ts';
import { useText } from '../../messages/text-context.tsx';
import { Row } from '../../people/panel-parts.tsx';
import { Question } from '../../people/question.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { useWhen } from '../../people/when.ts';
import { Button } from '../../ui/button.tsx';
import { groupsOf } from './event-groups.ts';
import { FailedEvents } from './failed-events.tsx';
import { TestResultLine } from './test-result-line.tsx';
import type { TestResult, WebhookApi } from './webhook-api.ts';

type WebhookRowProps = {
  readonly hook: WebhookOut;
  readonly api: WebhookApi;
  readonly onChange: () => Promise<void>;
};

type Opened = 'test' | 'failed' | 'remove';

export function WebhookRow({ hook, api, onChange }: WebhookRowProps) {
  const t = useText();
  const [testing, removing] = [useDeed(`test ${hook.id}`), useDeed(`remove ${hook.id}`)];
  const [opened, setOpened] = useState<Opened | null>(null);
  const [result, setResult] = useState<TestResult | null>(null);
  const close = () => setOpened(null);
  const toggle = (which: Opened) => setOpened((now) => (now === which ? null : which));
  const test = () => {
    setResult(null);
    setOpened('test');
    testing.run(() => api.test(hook.id), setResult);
  };
  return (
    <Row
      icon={Webhook}
      name={hook.url}
      facts={useFacts(hook)}
      actions={
        <>
          <Button disabled={testing.isBusy} onClick={test}>
            <Send aria-hidden className="size-[1.2em]" />
            {t('webhook.test')}
          </Button>
          {hook.failed > 0 && (
            <Button look="sure" aria-expanded={opened === 'failed'} onClick={() => toggle('failed')}>
              <TriangleAlert aria-hidden className="size-[1.2em]" />
              {t('webhook.failed', { number: hook.failed })}
            </Button>
          )}
          <Button aria-expanded={opened === 'remove'} onClick={() => toggle('remove')}>
            <Trash2 aria-hidden className="size-[1.2em]" />
            {t('webhook.remove')}
          </Button>
        </>
      }
    >
      {opened === 'test' && <TestResultLine deed={testing} result={result} />}
      {opened === 'failed' && (
        <FailedEvents
          id={hook.id}
          api={api}
          onChange={() => void onChange()}
          onRetried={() => {
            close();
            void onChange();
          }}
        />
      )}
      {opened === 'remove' && (
        <Question
          words={t('webhook.removeQuestion', { url: hook.url })}
          yes={t('webhook.removeYes')}
          deed={removing}
          onNo={close}
          onYes={() => removing.run(() => api.remove(hook.id), onChange)}
        />
      )}
    </Row>
  );
}

/** Whether it works, and of what it is told. */
function useFacts({ types, taken_at: takenAt, waiting }: WebhookOut): readonly string[] {
  const t = useText();
  const when = useWhen();
  const groups = groupsOf(types).map((group) => t(`webhook.group.${group}`));
  return [
    types.length === 0 ? t('webhook.all') : groups.join(' · '),
    takenAt === null ? t('webhook.neverTaken') : t('webhook.taken', { when: when(takenAt) }),
    ...(waiting > 0 ? [t('webhook.waiting', { number: waiting })] : []),
  ];
}
