import { Unplug } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';

const reloadAfterMs = 5000;

type CrashPageProps = {
  /** Said to guests, who know of no kitchen's computer. */
  readonly title?: string;
  readonly detail?: string;
};

/** Instead of an empty screen when our own code fails. Nobody may be near, so it helps itself. */
export function CrashPage({ title, detail }: CrashPageProps) {
  const t = useText();
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), reloadAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <FullPage
      icon={<Unplug aria-hidden className="size-20" strokeWidth={1.25} />}
      title={title ?? t('app.crashTitle')}
      detail={detail ?? t('app.crashDetail')}
      action={
        <Button look="primary" onClick={() => location.reload()}>
          {t('action.reload')}
        </Button>
      }
    />
  );
}
