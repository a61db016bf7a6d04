import { type LucideIcon, RefreshCw, TriangleAlert, Wifi, WifiOff } from 'lucide-react';
import type { LinkState, Trouble } from '../link/link-state.ts';
import { messages } from '../messages/en.ts';
import { freshness } from '../store/freshness.ts';
import { troubleIn } from '../store/link-view.ts';
import { formatDuration } from '../ui/duration.ts';
import { useBoard, useMoment } from './screen-context.ts';

/** Proof, not hope: how long ago this screen was last known to show everything ([FRS1]), and over what it hears. */
export function FreshnessMark() {
  const provenAtMs = useBoard((state) => state.provenAtMs);
  const link = useBoard((state) => state.link);
  const ageS = useMoment(({ steadyMs }) =>
    provenAtMs === null ? 0 : Math.max(0, Math.floor((steadyMs - provenAtMs) / 1000)),
  );
  if (provenAtMs === null) return null;
  const state = freshness(ageS * 1000);
  if (state !== 'fresh') return <Worried ageS={ageS} isLost={state === 'lost'} trouble={troubleIn(link)} />;
  const isCalm = link.phase === 'live' && link.trouble === null;
  return <Calm state={isCalm ? 'fresh' : 'catching-up'} seconds={ageS} {...lookOf(link)} />;
}

type Look = { readonly Icon: LucideIcon; readonly colour: string; readonly words: string };

function lookOf(link: LinkState): Look {
  const trouble = troubleIn(link);
  if (trouble === 'offline') return { Icon: WifiOff, colour: 'text-text', words: messages.troubles.offline.word };
  if (link.phase === 'live') return { Icon: Wifi, colour: 'text-done', words: messages.live[link.path] };
  const words = link.phase === 'catching-up' ? messages.catchingUp : messages.connecting;
  return { Icon: RefreshCw, colour: 'text-muted', words };
}

const pill = 'flex min-h-12 items-center gap-2 rounded-lg px-3 text-chrome font-semibold';

type CalmProps = Look & { readonly state: 'fresh' | 'catching-up'; readonly seconds: number };

function Calm({ state, seconds, Icon, colour, words }: CalmProps) {
  return (
    <p data-freshness={state} className={`${pill} whitespace-nowrap max-sm:max-w-40 max-sm:whitespace-normal`}>
      <Icon aria-hidden className={`size-[1.3em] shrink-0 ${colour}`} strokeWidth={2.5} />
      <span className="leading-tight">{words}</span>
      <span className="tabular min-w-[3ch] text-end font-medium whitespace-nowrap text-muted">{seconds} s</span>
    </p>
  );
}

type WorriedProps = { readonly ageS: number; readonly isLost: boolean; readonly trouble: Trouble | null };

function Worried({ ageS, isLost, trouble }: WorriedProps) {
  const look = isLost ? 'bg-band-late text-on-band-late' : 'bg-band-warn text-on-band-warn';
  return (
    <p role="status" data-freshness={isLost ? 'lost' : 'waiting'} className={`${pill} py-1 whitespace-nowrap ${look}`}>
      <TriangleAlert aria-hidden className="size-[1.3em] shrink-0" strokeWidth={2.5} />
      <span className="grid leading-tight">
        <span>
          {isLost ? messages.lost : messages.waiting} <span className="tabular">{formatDuration(ageS * 1000)}</span>
        </span>
        {trouble && <span data-trouble={trouble}>{messages.troubles[trouble].word}</span>}
      </span>
    </p>
  );
}
