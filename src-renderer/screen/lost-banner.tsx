import { WifiOff } from 'lucide-react';
import type { Trouble } from '../link/link-state.ts';
import type { Text } from '../messages/text.ts';
import { useText } from '../messages/text-context.tsx';
import { troubleIn } from '../store/link-view.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { formatDuration } from '../ui/duration.ts';
import { useMoment, useScreen, useScreenState } from './screen-context.ts';
import { useShownError } from './use-shown-error.ts';

/** Nobody may cook from this board without knowing that it is old; and whoever can mend it is told what to look at. */
export function LostBanner() {
  const t = useText();
  const { client } = useScreen();
  const provenAtMs = useScreenState((state) => state.provenAtMs) ?? 0;
  const trouble = useScreenState(({ link }) => troubleIn(link));
  const age = useMoment(({ steadyMs }) => formatDuration(steadyMs - provenAtMs));
  useShownError();
  return (
    <Banner
      look="alarm"
      icon={<WifiOff aria-hidden className="size-8 shrink-0" strokeWidth={2.5} />}
      title={t('link.lostTitle')}
      detail={
        <>
          {/* Told once: whoever listens must not hear it count. */}
          <span aria-hidden className="tabular">
            {t('link.lostFor', { age })}
          </span>{' '}
          {trouble && <span data-trouble={trouble}>{causeOf(trouble, t)} </span>}
          {t('link.lostDetail')}
        </>
      }
      action={
        <Button look="inverse" onClick={client.wake}>
          {t('action.tryNow')}
        </Button>
      }
    />
  );
}

const causeOf = (trouble: Trouble, t: Text) =>
  t('link.cause', { title: t(`link.trouble.${trouble}.title`), advice: t(`link.trouble.${trouble}.advice`) });
