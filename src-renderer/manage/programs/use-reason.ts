import { type WebhookReason, webhookReasons } from '#shared/protocol/webhook-words.ts';
import { useText } from '../../messages/text-context.tsx';

/** Why something was not taken, in the screen's language; what a newer server says stays as it is. */
export function useReason(): (said: string) => string {
  const t = useText();
  return (said) => {
    const status = /^answered (\d{3})$/.exec(said)?.[1];
    if (status) return t('webhook.reason.answered', { status });
    const known = (Object.keys(webhookReasons) as WebhookReason[]).find((reason) => webhookReasons[reason] === said);
    return known ? t(`webhook.reason.${known}`) : said;
  };
}
