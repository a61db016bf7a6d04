import { readdir } from 'node:fs/promises';
import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/**
 * The process under the names that every Node dashboard knows. Not prom-client's own set, because that starts a timer
 * and an observer for ever, also for a server that was stopped. Returns what ends it.
 */
export function createProcessFigures(register: Registry): () => void {
  const gauge = gaugesOf(register);
  gauge(
    'process_start_time_seconds',
    'Start of the process since the Unix epoch.',
    () => performance.timeOrigin / 1000,
  );
  gauge('process_resident_memory_bytes', 'Memory that the process holds.', () => process.memoryUsage.rss());
  gauge('nodejs_heap_size_total_bytes', 'Size of the JavaScript heap.', () => process.memoryUsage().heapTotal);
  gauge('nodejs_heap_size_used_bytes', 'Used part of the JavaScript heap.', () => process.memoryUsage().heapUsed);
  gauge('nodejs_external_memory_bytes', 'Buffers outside the JavaScript heap.', () => process.memoryUsage().external);
  if (process.platform === 'linux') gauge('process_open_fds', 'Open files and sockets.', openFiles);
  countCpu(register);
  return watchGarbage(register);
}

type Reading = () => number | Promise<number>;

function gaugesOf(register: Registry) {
  return (name: string, help: string, read: Reading): void => {
    new Gauge({
      name,
      help,
      registers: [register],
      async collect() {
        this.set(await read());
      },
    });
  };
}

const openFiles = async () => (await readdir('/proc/self/fd')).length;

function countCpu(register: Registry): void {
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time of the process, its own and the system on its behalf.',
    registers: [register],
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
}

const kinds: Readonly<Record<number, string>> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major',
  [constants.NODE_PERFORMANCE_GC_MINOR]: 'minor',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'incremental',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'weakcb',
};

function watchGarbage(register: Registry): () => void {
  const seconds = new Histogram({
    name: 'nodejs_gc_duration_seconds',
    help: 'Pauses for garbage collection by kind.',
    labelNames: ['kind'],
    buckets: [0.001, 0.01, 0.1, 1, 2, 5],
    registers: [register],
  });
  const observer = new PerformanceObserver((list) => {
    for (const pause of list.getEntries()) seconds.observe({ kind: kindOf(pause) }, pause.duration / 1000);
  });
  observer.observe({ entryTypes: ['gc'] });
  return () => observer.disconnect();
}

function kindOf(pause: PerformanceEntry): string {
  const { detail } = pause as { detail?: { kind?: number } };
  return kinds[detail?.kind ?? 0] ?? 'other';
}
