import { RefreshCw, TriangleAlert, Wifi } from 'lucide-react';
import { messages } from '../messages/en.ts';
import { freshness } from '../store/freshness.ts';
import { formatDuration } from '../ui/duration.ts';
import { useBoard, useMoment } from './screen-context.ts';

/** Proof, not hope: how long ago this screen was last known to show everything ([FRS1]). */
export function FreshnessMark() {
  const provenAtMs = useBoard((state) => state.provenAtMs);
  const phase = useBoard((state) => state.link.phase);
  const ageS = useMoment(({ steadyMs }) =>
    provenAtMs === null ? 0 : Math.max(0, Math.floor((steadyMs - provenAtMs) / 1000)),
  );
  if (provenAtMs === null) return null;
  const state = freshness(ageS * 1000);
  if (state === 'fresh' && phase === 'live') return <Calm seconds={ageS} />;
  if (state === 'fresh') return <ComingBack seconds={ageS} isThere={phase === 'catching-up'} />;
  return <Worried ageS={ageS} />;
}

const pill = 'flex min-h-12 items-center gap-2 rounded-lg px-3 text-chrome font-semibold whitespace-nowrap';

function Calm({ seconds }: { readonly seconds: number }) {
  return (
    <p data-freshness="fresh" className={pill}>
      <Wifi aria-hidden className="size-[1.3em] text-done" strokeWidth={2.5} />
      {messages.live}
      <span className="tabular min-w-[3ch] text-end font-medium text-muted">{seconds} s</span>
    </p>
  );
}

function ComingBack({ seconds, isThere }: { readonly seconds: number; readonly isThere: boolean }) {
  return (
    <p data-freshness="catching-up" className={pill}>
      <RefreshCw aria-hidden className="size-[1.2em] text-muted" />
      {isThere ? messages.catchingUp : messages.connecting}
      <span className="tabular min-w-[3ch] text-end font-medium text-muted">{seconds} s</span>
    </p>
  );
}

function Worried({ ageS }: { readonly ageS: number }) {
  const isLost = freshness(ageS * 1000) === 'lost';
  const look = isLost ? 'bg-band-late text-on-band-late' : 'bg-band-warn text-on-band-warn';
  return (
    <p role="status" data-freshness={isLost ? 'lost' : 'waiting'} className={`${pill} ${look}`}>
      <TriangleAlert aria-hidden className="size-[1.3em]" strokeWidth={2.5} />
      {isLost ? messages.lost : messages.waiting}
      <span className="tabular">{formatDuration(ageS * 1000)}</span>
    </p>
  );
}
