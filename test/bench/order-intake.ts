import { type LoadResult, median, postOrders } from './load.ts';
import { type BenchServer, built, oneByOne, startBenchServer } from './server.ts';

/** How many orders a second are taken, each on disk before it is answered, beside one transaction per request. */
const rounds = 5;
const seconds = 3;

const ours = await startBenchServer(built);
const other = await startBenchServer(oneByOne);
console.log('clients  ours/s  one by one/s  ratio  ours p50  p99   one by one p50  p99');
for (const clients of [1, 16, 64]) await compare(clients);
await ours.stop();
await other.stop();

async function compare(clients: number): Promise<void> {
  const mine: LoadResult[] = [];
  const theirs: LoadResult[] = [];
  for (let round = 0; round < rounds; round++) {
    mine.push(await run(ours, clients));
    theirs.push(await run(other, clients));
  }
  const of = (results: readonly LoadResult[], what: keyof LoadResult) => median(results.map((result) => result[what]));
  const ratio = median(mine.map((result, round) => result.perSecond / (theirs[round]?.perSecond ?? 1)));
  const ms = (value: number) => value.toFixed(1).padStart(6);
  console.log(
    `${String(clients).padStart(7)}  ${of(mine, 'perSecond').toFixed(0).padStart(6)}  ${of(theirs, 'perSecond').toFixed(0).padStart(12)}  ${ratio.toFixed(2).padStart(5)}`,
    ms(of(mine, 'p50')),
    ms(of(mine, 'p99')),
    '         ',
    ms(of(theirs, 'p50')),
    ms(of(theirs, 'p99')),
  );
}

async function run({ url, token }: BenchServer, clients: number): Promise<LoadResult> {
  const result = await postOrders({ url, token, clients, seconds });
  if (result.failed > 0) throw new Error(`${result.failed} orders were not taken`);
  return result;
}
