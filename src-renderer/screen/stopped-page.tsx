import { Unplug } from 'lucide-react';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';
import { FullPage } from '../ui/full-page.tsx';
import { useShownError } from './use-shown-error.ts';

/** What somebody can do about an end that trying again would not mend. */
const whyStopped: Readonly<Record<number, 'notUnderstood' | 'notAllowed' | 'replaced' | 'outdated'>> = {
  [closeCodes.malformed]: 'notUnderstood',
  [closeCodes.notAllowed]: 'notAllowed',
  [closeCodes.replaced]: 'replaced',
  [closeCodes.protocolTooOld]: 'outdated',
};

/** The link has ended for good. */
export function StoppedPage({ code }: { readonly code: number }) {
  const t = useText();
  useShownError();
  return (
    <FullPage
      icon={<Unplug aria-hidden className="size-20 text-muted" strokeWidth={1.25} />}
      title={t('link.stoppedTitle')}
      detail={t(`link.stopped.${whyStopped[code] ?? 'other'}`)}
      action={
        <Button look="primary" onClick={() => location.reload()}>
          {t('action.reload')}
        </Button>
      }
    />
  );
}
