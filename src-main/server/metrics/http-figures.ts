import { Histogram, type Registry } from 'prom-client';

/** One answered request; `route` is the pattern as it was registered, never the address that was asked for ([MET4]). */
export type AnsweredRequest = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
};

export type RequestMeter = (request: AnsweredRequest) => void;

export function createHttpFigures(register: Registry): RequestMeter {
  const seconds = new Histogram({
    name: 'kitchen_pass_http_request_seconds',
    help: 'Time from a request to its answer, by pattern of the address; streams and long polls are not timed.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  return ({ method, route, status, seconds: took }) => seconds.observe({ method, route, status }, took);
}
