import { setTimeout as wait } from 'node:timers/promises';
import { apiFor } from '../harness/api.ts';
import { isLive, record } from '../harness/recorder.ts';
import { screenTokens } from '../harness/screen-tokens.ts';
import { quantiles } from './load.ts';
import { type BenchServer, built, startBenchServer } from './server.ts';

/** From the start of the POST to the frame in each of 50 screens' hands, at a steady 20 orders a second. */
const screens = 50;
const orders = 300;
const everyMs = 50;

const server = await startBenchServer(built);
await measure(server);
await server.stop();

async function measure({ url, token, memoryMb }: BenchServer): Promise<void> {
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  const answered: number[] = [];
  const tokens = await screenTokens(apiFor(url, token), screens);
  const followers = tokens.map((one) => record(url, one, '?batch=1', {}, arrived));
  await Promise.all(followers.map((follower) => follower.until(isLive)));

  function arrived(frame: any): void {
    for (const { order } of frame.events ?? []) took.push(performance.now() - (sentAt.get(order.notes) ?? Number.NaN));
  }

  const api = apiFor(url, token);
  const posting: Promise<unknown>[] = [];
  for (let index = 0; index < orders; index++) {
    const notes = `order ${index}`;
    sentAt.set(notes, performance.now());
    posting.push(api.order({ notes }).then(() => answered.push(performance.now() - (sentAt.get(notes) ?? 0))));
    await wait(everyMs);
  }
  await Promise.all(posting);
  await Promise.all(followers.map((one) => one.until((frame) => frame.to === orders)));
  if (took.length !== screens * orders) throw new Error(`${took.length} deliveries, not ${screens * orders}`);
  const ms = ({ p50, p99 }: { p50: number; p99: number }) => `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  console.log(`${screens} screens, ${orders} orders at ${1000 / everyMs}/s, ${took.length} deliveries`);
  console.log(`publish to screen: ${ms(quantiles(took))}; answer to sender: ${ms(quantiles(answered))}`);
  console.log(`server with ${screens} screens and ${orders} open orders: ${memoryMb().toFixed(0)} MB`);
  for (const follower of followers) follower.close();
}
