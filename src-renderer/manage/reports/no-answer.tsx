import { WifiOff } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';

/** What was told before stays in sight, and is said to be old. */
export function NoAnswer({ onAgain }: { readonly onAgain: () => void }) {
  const t = useText();
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-4 rounded-xl bg-band-warn p-4 text-on-band-warn print:border-2"
    >
      <WifiOff aria-hidden className="size-8 shrink-0" />
      <p className="min-w-0 flex-1 basis-56 text-[1.25rem] leading-snug">
        <strong className="block font-bold">{t('report.failedTitle')}</strong>
        {t('report.failedDetail')}
      </p>
      <Button onClick={onAgain}>{t('action.tryNow')}</Button>
    </div>
  );
}
