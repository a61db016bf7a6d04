import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { findProgram } from './machine.ts';
import { failedWith, type Outcome } from './outcome.ts';

/** Runs `work` with a screen to draw on: the one that is there, or a virtual one that ends with it. */
export async function withDisplay(
  env: NodeJS.ProcessEnv,
  work: (env: NodeJS.ProcessEnv) => Promise<Outcome>,
): Promise<Outcome> {
  if (process.platform !== 'linux' || env.DISPLAY) return work({});
  const xvfb = findProgram(['Xvfb'], env);
  if (!xvfb) return failedWith('There is no display and no Xvfb to make one: apt-get install xvfb');
  const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const end = () => server.kill();
  process.once('exit', end);
  try {
    const number = await firstLine(server.stdio[3] as Readable);
    if (!number) return failedWith('Xvfb did not start');
    return await work({ DISPLAY: `:${number}` });
  } finally {
    process.off('exit', end);
    end();
  }
}

/** Xvfb chooses a free number and writes it when it takes clients; nothing at all when it cannot start. */
async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}
