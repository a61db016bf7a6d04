import type { StreamsNow } from '../metrics/stream-figures.ts';
import type { LiveStreams } from './live-streams.ts';

/** The live connections of all restaurants, for counting: nothing that says who they are ([MET4]). */
export function streamsNow({ registry, counters }: LiveStreams): StreamsNow {
  const followers = [...registry.all()].map(({ member }) => ({
    transport: member.about.transport,
    behind: member.statistics().behind,
  }));
  return { followers, ...counters() };
}
