import { WifiOff } from 'lucide-react';
import { messages } from '../messages/en.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { formatDuration } from '../ui/duration.ts';
import { useBoard, useMoment, useScreen } from './screen-context.ts';

/** Nobody may cook from this board without knowing that it is old. */
export function LostBanner() {
  const { client } = useScreen();
  const provenAtMs = useBoard((state) => state.provenAtMs) ?? 0;
  const age = useMoment(({ steadyMs }) => formatDuration(steadyMs - provenAtMs));
  return (
    <Banner
      look="alarm"
      icon={<WifiOff aria-hidden className="size-8 shrink-0" strokeWidth={2.5} />}
      title={messages.lostTitle}
      detail={<span className="tabular">{messages.lostDetail(age)}</span>}
      action={
        <Button look="inverse" onClick={client.wake}>
          {messages.tryNow}
        </Button>
      }
    />
  );
}
