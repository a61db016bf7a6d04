import { WifiOff } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';

/** What is asked of the kitchen each time, and cannot be had now: nothing old is shown in its place. */
export function NeedsKitchen({ onAgain }: { readonly onAgain: () => void }) {
  const t = useText();
  return (
    <div role="alert" className="flex flex-wrap items-center gap-4 rounded-xl bg-band-warn p-4 text-on-band-warn">
      <WifiOff aria-hidden className="size-8 shrink-0" />
      <p className="min-w-0 flex-1 basis-56 text-[1.25rem] leading-snug">
        <strong className="block font-bold">{t('recall.needsKitchenTitle')}</strong>
        {t('recall.needsKitchenDetail')}
      </p>
      <Button onClick={onAgain}>{t('action.tryNow')}</Button>
    </div>
  );
}
