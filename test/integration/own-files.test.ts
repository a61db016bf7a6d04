import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiFor, signIn } from '../harness/api.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let dataDir: string;
let box: ServerBox | undefined;

/** A folder that others may look into, as one finds it where a person has made it. */
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kitchen-pass-test-'));
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  await box?.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async () => {
  box = await startServer({ dataDir });
  return box;
};
const modeOf = (file: string) => lstatSync(join(dataDir, file)).mode & 0o777;
const open = () => readdirSync(dataDir).filter((file) => modeOf(file) !== 0o600);

test.skipIf(process.platform === 'win32')(
  '[OWN1] all that the server makes is of its account alone, in whatever folder',
  async () => {
    const before = process.umask(0o022);
    const { url } = await start();
    await (await signIn(url, adminPassword)).order();
    process.umask(before);
    expect(readdirSync(dataDir).sort()).toEqual([
      'kitchen.db',
      'kitchen.db-shm',
      'kitchen.db-wal',
      'lock.db',
      'lock.db-shm',
      'lock.db-wal',
      'signing.key',
    ]);
    expect(open()).toEqual([]);
  },
);

test.skipIf(process.platform === 'win32')(
  '[OWN1] what others could read they can read no more after a start, which says so once, and all goes on',
  async () => {
    const { token } = await pairDevice(await signIn((await start()).url, adminPassword), 'kitchen', 'Grill');
    await box?.stop();
    mkdirSync(join(dataDir, 'logs'));
    for (const file of ['settings.json', 'kitchen.db.before-0004-people', 'logs/kitchen-pass.log.1', 'notes.txt'])
      writeFileSync(join(dataDir, file), file.endsWith('json') ? '{}' : '');
    const elsewhere = join(dataDir, 'elsewhere');
    writeFileSync(elsewhere, '');
    symlinkSync(elsewhere, join(dataDir, 'kitchen.db.linked'));
    const ours = ['kitchen.db', 'lock.db', 'signing.key', 'settings.json', 'kitchen.db.before-0004-people'];
    for (const file of [...ours, 'logs/kitchen-pass.log.1', 'notes.txt', 'elsewhere'])
      chmodSync(join(dataDir, file), 0o644);

    await start();
    for (const file of [...ours, 'logs/kitchen-pass.log.1']) expect([file, modeOf(file)]).toEqual([file, 0o600]);
    expect([modeOf('notes.txt'), statSync(elsewhere).mode & 0o777]).toEqual([0o644, 0o644]);
    const said = () => box?.logged.filter((line) => line.includes('other accounts')) ?? [];
    expect(said()).toHaveLength(1);
    for (const file of ours) expect(said()[0]).toContain(file);
    expect((await apiFor(box?.url ?? '', token).call('GET', '/orders')).status).toBe(200);

    await box?.stop();
    await start();
    expect(said()).toEqual([]);
    expect(existsSync(elsewhere)).toBe(true);
  },
);
