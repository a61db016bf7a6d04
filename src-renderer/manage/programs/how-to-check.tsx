import { ChevronDown } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';

/** As short as it can be said, for whoever has the secret in their hand; the rest is in the manual. */
const check = `const key = Buffer.from(secret.slice(6), 'base64');
const text = \`\${headers['webhook-id']}.\${headers['webhook-timestamp']}.\${body}\`;
const signature = 'v1,' + createHmac('sha256', key).update(text).digest('base64');`;

export function HowToCheck() {
  const t = useText();
  return (
    <details className="group rounded-lg border border-edge">
      <summary className="flex min-h-hit cursor-pointer items-center gap-3 px-4 text-chrome font-semibold">
        {t('webhook.howToCheck')}
        <ChevronDown aria-hidden className="ms-auto size-6 shrink-0 text-muted group-open:rotate-180" />
      </summary>
      <div className="grid gap-3 border-t border-edge p-4">
        <p className="text-chrome leading-snug">{t('webhook.checkDetail')}</p>
        <pre
          dir="ltr"
          className="rounded-lg bg-raised p-3 font-mono text-[1rem] leading-snug whitespace-pre-wrap wrap-anywhere"
        >
          {check}
        </pre>
      </div>
    </details>
  );
}
