import { type Freshness, freshness } from '../store/freshness.ts';
import { useMoment, useScreenState } from './screen-context.ts';

/** What a tick shows stands until the next: it must be true at the end of its second, too. */
const tickMs = 1000;

/** `fresh` before anything was shown: then the whole screen says that it is loading. */
export function useFreshness(): Freshness {
  const provenAtMs = useScreenState((state) => state.provenAtMs);
  return useMoment(({ steadyMs }) => (provenAtMs === null ? 'fresh' : freshness(steadyMs - provenAtMs + tickMs)));
}
