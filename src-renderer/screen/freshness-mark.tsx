import { type LucideIcon, RefreshCw, TriangleAlert, Wifi, WifiOff } from 'lucide-react';
import type { LinkState, Trouble } from '../link/link-state.ts';
import type { Text } from '../messages/text.ts';
import { useText } from '../messages/text-context.tsx';
import { troubleIn } from '../store/link-view.ts';
import { formatDuration } from '../ui/duration.ts';
import { useMoment, useScreenState } from './screen-context.ts';
import { useFreshness } from './use-freshness.ts';

const pill = 'flex min-h-12 items-center gap-2 rounded-lg px-3 text-chrome font-semibold whitespace-nowrap';
const onItsOwnRow = 'max-sm:order-1 max-sm:basis-full';

/** Proof, not hope: how long ago this screen was last known to show everything ([FRS1]), and over what it hears. */
export function FreshnessMark({ isBare = false }: { readonly isBare?: boolean }) {
  const provenAtMs = useScreenState((state) => state.provenAtMs);
  const link = useScreenState((state) => state.link);
  const ageS = useMoment(({ steadyMs }) =>
    provenAtMs === null ? 0 : Math.max(0, Math.floor((steadyMs - provenAtMs) / 1000)),
  );
  const state = useFreshness();
  const t = useText();
  const staysAway = useMoment(({ steadyMs }) => link.phase === 'waiting' && link.retryAtMs - steadyMs > worthAWordMs);
  const look = lookOf(link, staysAway, t);
  if (provenAtMs === null) return null;
  if (state !== 'fresh') return <Worried ageS={ageS} isLost={state === 'lost'} trouble={troubleIn(link)} />;
  return <Calm seconds={ageS} isBare={isBare} {...look} />;
}

/** On a phone: what lasts and has much to say has a row of its own; what passes leaves its words out. */
const places = { inline: '', row: onItsOwnRow, passing: '' } as const;

type Look = {
  readonly state: 'fresh' | 'catching-up';
  readonly Icon: LucideIcon;
  readonly colour: string;
  readonly words: string;
  readonly place: keyof typeof places;
};

/** Who stays away for longer than any common failure has been told to, or does not trust what it gets ([LNK12]). */
const worthAWordMs = 2000;

function lookOf(link: LinkState, staysAway: boolean, t: Text): Look {
  const trouble = troubleIn(link);
  if (trouble && (trouble === 'offline' || staysAway)) {
    const Icon = trouble === 'offline' ? WifiOff : TriangleAlert;
    const words = t(`link.trouble.${trouble}.word`);
    return { state: 'catching-up', Icon, colour: 'text-text', words, place: 'row' };
  }
  if (link.phase === 'live') {
    const place = link.path === 'websocket' ? 'inline' : 'row';
    return { state: 'fresh', Icon: Wifi, colour: 'text-done', words: t(`link.live.${link.path}`), place };
  }
  const words = link.phase === 'catching-up' ? t('link.catchingUp') : t('link.connecting');
  return { state: 'catching-up', Icon: RefreshCw, colour: 'text-muted', words, place: 'passing' };
}

type CalmProps = Look & {
  readonly seconds: number;
  /** On a narrow screen what all is well with needs no word. */
  readonly isBare: boolean;
};

function Calm({ state, seconds, isBare, Icon, colour, words, place }: CalmProps) {
  const t = useText();
  return (
    // On a wall as wide with other words, so that the buttons beside it stay where they are.
    <p data-freshness={state} className={`${pill} 2xl:min-w-60 2xl:justify-end ${places[place]}`}>
      <Icon aria-hidden className={`size-[1.3em] shrink-0 ${colour}`} strokeWidth={2.5} />
      <span className={place === 'passing' || (isBare && place === 'inline') ? 'max-sm:sr-only' : ''}>{words}</span>
      <span className="tabular min-w-[3ch] text-end font-medium text-muted">{t('link.seconds', { seconds })}</span>
    </p>
  );
}

type WorriedProps = { readonly ageS: number; readonly isLost: boolean; readonly trouble: Trouble | null };

function Worried({ ageS, isLost, trouble }: WorriedProps) {
  const t = useText();
  const look = isLost ? 'bg-band-late text-on-band-late' : 'bg-band-warn text-on-band-warn';
  return (
    <p data-freshness={isLost ? 'lost' : 'waiting'} className={`${pill} py-1 ${onItsOwnRow} ${look}`}>
      <TriangleAlert aria-hidden className="size-[1.3em] shrink-0" strokeWidth={2.5} />
      <span className="grid leading-tight">
        <span>
          <span role="status">{isLost ? t('link.lost') : t('link.waiting')}</span>{' '}
          <bdi className="tabular">{formatDuration(ageS * 1000)}</bdi>
        </span>
        {trouble && (
          <span role="status" data-trouble={trouble}>
            {t(`link.trouble.${trouble}.word`)}
          </span>
        )}
      </span>
    </p>
  );
}
