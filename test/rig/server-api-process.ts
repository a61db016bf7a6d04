import { createInterface } from 'node:readline';
import { type Api, signIn } from '../harness/api.ts';

/** Calls a server on behalf of a process that cannot reach it: a call a line in, an answer a line out. */
const [, , url = '', password = ''] = process.argv;
const api: Promise<Api> = signIn(url, password);

async function answer(call: Parameters<Api['call']> | []): Promise<unknown> {
  if (call.length === 0) return { token: (await api).token };
  const { status, text, json } = await (await api).call(...call);
  return { status, text, json };
}

const input = createInterface({ input: process.stdin });
input.on('line', (line) => {
  const { n, call } = JSON.parse(line);
  answer(call).then((result) => process.stdout.write(`${JSON.stringify({ n, answer: result })}\n`));
});
input.on('close', () => process.exit(0));
