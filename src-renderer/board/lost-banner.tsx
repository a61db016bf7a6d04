import { WifiOff } from 'lucide-react';
import { messages } from '../messages/en.ts';
import { troubleIn } from '../store/link-view.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { formatDuration } from '../ui/duration.ts';
import { useBoard, useMoment, useScreen } from './screen-context.ts';
import { useShownError } from './use-shown-error.ts';

/** Nobody may cook from this board without knowing that it is old; and whoever can mend it is told what to look at. */
export function LostBanner() {
  const { client } = useScreen();
  const provenAtMs = useBoard((state) => state.provenAtMs) ?? 0;
  const trouble = useBoard(({ link }) => troubleIn(link));
  const age = useMoment(({ steadyMs }) => formatDuration(steadyMs - provenAtMs));
  useShownError();
  return (
    <Banner
      look="alarm"
      icon={<WifiOff aria-hidden className="size-8 shrink-0" strokeWidth={2.5} />}
      title={messages.lostTitle}
      detail={
        <>
          <span className="tabular">{messages.lostFor(age)}</span>{' '}
          {trouble && <span data-trouble={trouble}>{causeOf(messages.troubles[trouble])} </span>}
          {messages.lostDetail}
        </>
      }
      action={
        <Button look="inverse" onClick={client.wake}>
          {messages.tryNow}
        </Button>
      }
    />
  );
}

const causeOf = ({ title, advice }: { readonly title: string; readonly advice: string }) => `${title}. ${advice}`;
