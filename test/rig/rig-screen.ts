import { applyAll, type Change, emptyKitchen, type Kitchen } from '#shared/domain/apply.ts';
import { parseServerFrame, type WireEvent } from '#shared/protocol/frames.ts';
import { changesIn, changesInAll } from '#shared/protocol/wire-entity.ts';
import type { LiveLink, LiveLinkDeps } from '../../src-renderer/link/link-ports.ts';
import type { LinkState } from '../../src-renderer/link/link-state.ts';
import { createLiveLink } from '../../src-renderer/link/live-link.ts';
import { freshness } from '../../src-renderer/store/freshness.ts';
import { hashOfKitchen } from './kitchen-hash.ts';
import type { ScreenLine, ScreenNews } from './screen-line.ts';

/** A screen without its picture: the product's own link and reducer, and everything it does told in lines. */
export type RigScreen = {
  start(): void;
} & Pick<LiveLink, 'wake' | 'online' | 'visible'> & {
    tellHash(): void;
    stop(): void;
  };

export type RigScreenDeps = LiveLinkDeps & {
  readonly name: string;
  readonly say: (line: ScreenLine) => void;
  /** So often it tells what a person sees; 0 for never. */
  readonly sampleMs: number;
};

type Place = { readonly epoch: string; readonly seq: number };

export function createRigScreen(deps: RigScreenDeps): RigScreen {
  let kitchen: Kitchen = emptyKitchen;
  /** Applied when somebody wants to know: hundreds of screens in one process must not copy their maps for each event. */
  let waiting: Change[] = [];
  let place: Place = { epoch: '', seq: 0 };
  /** The `live` frame that is being read just now. */
  let liveAt: Place | undefined;
  let provenAtMs: number | undefined;
  let sampling: NodeJS.Timeout | undefined;

  const say = (news: ScreenNews) => deps.say({ screen: deps.name, atMs: Date.now(), ...news });

  function take(changes: readonly Change[], anew: boolean): void {
    if (anew) kitchen = emptyKitchen;
    waiting = anew ? [...changes] : [...waiting, ...changes];
  }

  function shown(): Kitchen {
    kitchen = applyAll(kitchen, waiting);
    waiting = [];
    return kitchen;
  }

  function takeEvents(events: readonly WireEvent[]): void {
    for (const { epoch, seq } of events) {
      if (epoch !== place.epoch || seq > place.seq + 1) fault('hole', { epoch, seq });
      else if (seq <= place.seq) fault('repeat', { epoch, seq });
      place = { epoch, seq };
    }
    take(events.flatMap(changesIn), false);
    const from = events[0]?.seq ?? 0;
    say({ kind: 'shown', ...place, from });
  }

  function fault(kind: 'repeat' | 'hole', { epoch, seq }: Place): void {
    say({ kind: 'fault', fault: kind, what: `${epoch}.${seq} after ${place.epoch}.${place.seq}` });
  }

  function becameLive(): void {
    if (!liveAt || (liveAt.epoch === place.epoch && liveAt.seq === place.seq)) return;
    place = liveAt;
    say({ kind: 'shown', ...place, from: null });
  }

  const link = createLiveLink(
    {
      ...deps,
      open: (transport, cursor, events) =>
        deps.open(transport, cursor, {
          ...events,
          message: (text) => {
            const frame = text.startsWith('{"type":"live"') ? parseServerFrame(text) : undefined;
            liveAt = frame?.type === 'live' ? { epoch: frame.epoch, seq: frame.seq } : undefined;
            events.message(text);
            liveAt = undefined;
          },
        }),
    },
    {
      stateChanged: (state) => {
        if (state.phase === 'live') becameLive();
        say({ kind: 'phase', phase: state.phase, path: pathOf(state) });
      },
      snapshot: (snapshot) => take(changesInAll(snapshot), true),
      events: takeEvents,
      proof: (atMs) => {
        provenAtMs = atMs;
      },
      serverTime: () => undefined,
      seen: () => undefined,
      ephemeral: () => undefined,
    },
  );

  function sample(): void {
    const ageMs = provenAtMs === undefined ? Number.POSITIVE_INFINITY : deps.nowMs() - provenAtMs;
    say({ kind: 'sample', freshness: freshness(ageMs), ...place });
  }

  return {
    start: () => {
      if (deps.sampleMs > 0) sampling = setInterval(sample, deps.sampleMs);
      link.start();
    },
    wake: link.wake,
    online: link.online,
    visible: link.visible,
    tellHash: () => say({ kind: 'hash', hash: hashOfKitchen(shown()) }),
    stop: () => {
      clearInterval(sampling);
      link.stop();
    },
  };
}

function pathOf(state: LinkState): string | null {
  if (state.phase === 'live') return state.path;
  return 'transport' in state ? state.transport : null;
}
