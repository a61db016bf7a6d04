import { Registry } from 'prom-client';
import type { Meter } from '../ports.ts';
import { createCommitFigures } from './commit-figures.ts';
import { createEventLoopFigures } from './event-loop-figures.ts';
import { createHttpFigures, type RequestMeter } from './http-figures.ts';
import { createProcessFigures } from './process-figures.ts';
import type { ReportedTabsDeps } from './reported-tabs.ts';
import { createScreenFigures, type ScreenFigures } from './screen-figures.ts';
import { createStreamFigures, type StreamsNow } from './stream-figures.ts';

export type MetricsDeps = ReportedTabsDeps & { readonly streamsNow: () => StreamsNow };

/** What is counted of one server ([MET1]). Nothing in it is shared between two servers of a process. */
export interface Metrics {
  readonly commits: Meter;
  readonly screens: ScreenFigures;
  readonly requests: RequestMeter;
  /** Everything, as text in the exposition format of Prometheus. */
  page(): Promise<{ readonly contentType: string; readonly text: string }>;
  stop(): void;
}

export function createMetrics({ streamsNow, ...screens }: MetricsDeps): Metrics {
  const register = new Registry();
  const endings = [createProcessFigures(register), createEventLoopFigures(register)];
  createStreamFigures(register, streamsNow);
  return {
    commits: createCommitFigures(register),
    screens: createScreenFigures(register, screens),
    requests: createHttpFigures(register),
    page: async () => ({ contentType: register.contentType, text: await register.metrics() }),
    stop: () => {
      for (const end of endings) end();
    },
  };
}
