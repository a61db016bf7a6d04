import { Hourglass, WifiOff } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { FullPage } from '../../ui/full-page.tsx';

/** Until it is known who is at this screen. */
export function AskingPage({ unreachable }: { readonly unreachable: boolean }) {
  const t = useText();
  const Icon = unreachable ? WifiOff : Hourglass;
  return (
    <FullPage
      icon={<Icon aria-hidden className="size-20" strokeWidth={1.25} />}
      title={unreachable ? t('app.unreachableTitle') : t('app.loadingTitle')}
      detail={unreachable ? t('app.unreachableDetail') : t('app.loadingDetail')}
    />
  );
}
