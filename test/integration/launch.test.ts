import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signIn } from '../harness/api.ts';
import { findStablePort } from '../harness/stable-port.ts';
import { createTempDir, type TempDir } from '../harness/temp-dir.ts';

const root = resolve(import.meta.dirname, '../..');

let home: TempDir;
let started: Launched[];

beforeEach(() => {
  home = createTempDir();
  started = [];
});
afterEach(async () => {
  for (const { child, end } of started) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await end;
  }
  home.remove();
});

type Launched = {
  readonly child: ChildProcessWithoutNullStreams;
  /** Exit code and everything that was printed. */
  readonly end: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
  /** The address of the ready line; rejects when the process ends without one. */
  readonly ready: Promise<string>;
  /** What it has printed so far. */
  out(): string;
};

/** As `npm run …` does it: the launcher under this Node, with a home of its own and nothing of the owner's settings. */
function launch(script: 'serve' | 'start', args: readonly string[], env: Record<string, string> = {}): Launched {
  const own = { HOME: home.path, XDG_CONFIG_HOME: join(home.path, 'config'), XDG_DATA_HOME: join(home.path, 'share') };
  const child = spawn(process.execPath, [join(root, 'src-main/launch', `${script}.ts`), ...args], {
    env: { PATH: process.env.PATH, ...own, ...env },
    stdio: 'pipe',
  });
  const printed = { out: '', err: '' };
  child.stderr.on('data', (chunk) => {
    printed.err += chunk;
  });
  const end = once(child, 'close').then(([code]) => ({ code: code as number | null, ...printed }));
  const ready = new Promise<string>((found, reject) => {
    child.stdout.on('data', (chunk) => {
      printed.out += chunk;
      const url = /^Kitchen Pass ready at (\S+)$/m.exec(printed.out)?.[1];
      if (url) found(url);
    });
    end.then(({ code, err }) => reject(new Error(`ended with ${code}: ${err}`)));
  });
  ready.catch(() => undefined);
  const launched = { child, end, ready, out: () => printed.out };
  started.push(launched);
  return launched;
}

const data = () => join(home.path, 'kitchen');

async function expectFree(url: string): Promise<void> {
  const listener = createServer().listen(Number(new URL(url).port), '127.0.0.1');
  await once(listener, 'listening');
  listener.close();
}

test('[STR2] npm run serve prints the ready line, answers, and stops at SIGTERM with 0 and the port free', async () => {
  const { child, end, ready } = launch('serve', ['--port', '0', `--data=${data()}`]);
  const url = await ready;
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(url)).headers.get('content-type')).toMatch(/^text\/html/);
  child.kill('SIGTERM');
  const { code, out } = await end;
  expect(code).toBe(0);
  expect(out).toMatch(/^First sign-in: user admin, password \S+\nKitchen Pass ready at http:\/\/127\.0\.0\.1:\d+\n$/);
  await expectFree(url);
});

test('[AUT3] the printed first password signs in, and never reaches the log', async () => {
  const { child, end, ready, out } = launch('serve', ['--port', '0', '--data', data()], { KDS_LOG_LEVEL: 'trace' });
  const url = await ready;
  const password = /password (\S+)$/m.exec(out())?.[1] ?? '';
  expect((await (await signIn(url, password)).order()).status).toBe(201);
  child.kill('SIGINT');
  const { code, err } = await end;
  expect(code).toBe(0);
  expect(err).not.toContain(password);
});

test('[SET4] a given password signs in, and nothing of it is printed', async () => {
  const secret = 'correct horse battery';
  const env = { KDS_ADMIN_PASSWORD: secret, KDS_LOG_LEVEL: 'trace' };
  const { child, end, ready } = launch('serve', ['--port', '0', '--data', data()], env);
  const api = await signIn(await ready, secret);
  expect((await api.order()).status).toBe(201);
  child.kill('SIGTERM');
  const { out, err } = await end;
  expect(out).not.toContain('First sign-in');
  expect(out + err).not.toContain(secret);
});

test.each([
  [['--port', 'abc'], {}, '--port: "abc" is not a port (0 to 65535).'],
  [['--bogus'], {}, '"--bogus" is not known here; known are --port N, --host ADDRESS, --data FOLDER and --demo.'],
  [[], { KDS_TERMINAL: 'ab' }, 'KDS_TERMINAL: "ab" is not one capital letter.'],
  [[], { KDS_TIMEZONE: 'Nowhere' }, 'KDS_TIMEZONE: "Nowhere" is not a time zone like Europe/Paris.'],
])('[SET3] %j %j stops both launchers with one line and exit code 2', async (args, env, line) => {
  for (const script of ['serve', 'start'] as const) {
    expect(await launch(script, args, env).end).toEqual({ code: 2, out: '', err: `${line}\n` });
  }
});

test('[STR1] npm start without a display says so, and serves the board to the browser', async () => {
  const { child, end, ready } = launch('start', ['--port', '0', '--data', data()]);
  const url = await ready;
  expect((await fetch(url)).status).toBe(200);
  child.kill('SIGTERM');
  const { code, err } = await end;
  expect(code).toBe(0);
  expect(err).toContain('No window: there is no display. The board is served to the browser instead.\n');
}, 30_000);

test('[STR1] an Electron that dies before it shows anything is said, and the board is served to the browser', async () => {
  // `false` stands for an Electron that cannot run here: it ends at once with code 1.
  const env = { DISPLAY: ':99', ELECTRON_DISABLE_SANDBOX: '1', ELECTRON_EXEC_PATH: '/bin/false' };
  const { child, end, ready } = launch('start', ['--port', '0', '--data', data()], env);
  expect((await fetch(await ready)).status).toBe(200);
  child.kill('SIGTERM');
  const { code, err } = await end;
  expect(code).toBe(0);
  expect(err).toContain('No window: Electron ended with code 1 before it could show anything.');
});

test('[LCK1] a second server on the same folder is refused with the name of the holder', async () => {
  const first = launch('serve', ['--port', '0', '--data', data()], { KDS_TERMINAL: 'K' });
  await first.ready;
  const { code, out, err } = await launch('serve', ['--port', '0', '--data', data()]).end;
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(new RegExp(`^The data folder is in use by terminal K \\(process ${first.child.pid} on .*\\n$`));
});

test('[STA1] a taken port ends it with 1 and one line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const ended = await launch('serve', ['--port', String(port), '--data', data()]).end;
  expect(ended).toEqual({ code: 1, out: '', err: `Port ${port} is used by another program.\n` });
  other.close();
});

test('[STR2] nobody reading standard output is no reason to stop', async () => {
  const port = await findStablePort();
  const { child, end } = launch('serve', ['--port', String(port), '--data', data()]);
  child.stdout.destroy();
  const health = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ status }) => status,
      () => 'not yet',
    );
  await expect.poll(health, { timeout: 20_000 }).toBe(200);
  child.kill('SIGTERM');
  expect((await end).code).toBe(0);
});

test('[STR2] a server that npm started ends with npm, although npm does not pass the signal on', async () => {
  const args = ['run', 'serve', '--', '--port', '0', '--data', data()];
  const npm = spawn('npm', args, { cwd: root, env: { PATH: process.env.PATH, HOME: home.path }, stdio: 'pipe' });
  const closed = once(npm, 'close');
  let out = '';
  const ready = new Promise<string>((found) => {
    npm.stdout.on('data', (chunk) => {
      out += chunk;
      const url = /^Kitchen Pass ready at (\S+)$/m.exec(out)?.[1];
      if (url) found(url);
    });
  });
  const url = await ready;
  npm.kill('SIGTERM');
  // Its output is closed when the last process that writes to it is gone.
  await closed;
  await expectFree(url);
});

test.skipIf(!existsSync('/dev/full'))('a log that cannot be written keeps no order and no stop waiting', async () => {
  const full = openSync('/dev/full', 'w');
  const server = spawn(process.execPath, [join(root, 'out/main/serve.js'), '--port', '0', '--data', data()], {
    env: {
      PATH: process.env.PATH,
      HOME: home.path,
      KDS_ADMIN_PASSWORD: 'a good one',
      KDS_REDIS_URL: 'redis://nowhere',
    },
    stdio: ['ignore', 'pipe', full],
  });
  closeSync(full);
  const ended = once(server, 'exit');
  if (!server.stdout) throw new Error('its standard output is no pipe');
  const [line] = await once(server.stdout, 'data');
  const api = await signIn(/ready at (\S+)/.exec(String(line))?.[1] ?? '', 'a good one');
  expect((await api.order()).status).toBe(201);
  server.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
