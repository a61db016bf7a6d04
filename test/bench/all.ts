import { spawnSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';

/** `npm run bench`: every question, one process each. It reports, and fails where a question has goals that were missed. */
const questions = ['order-intake', 'publish-to-screen', 'start-and-rest', 'reports', 'board-at-work'];

const { versions, arch, platform } = process;
console.log(
  `${new Date().toISOString().slice(0, 10)}  ${platform} ${release()} ${arch}, ${cpus().length} x ${cpus()[0]?.model}`,
);
console.log(`${Math.round(totalmem() / 2 ** 30)} GiB, Node ${versions.node}`);

const asked = process.argv.slice(2);
for (const question of asked.length > 0 ? asked : questions) {
  console.log(`\n== ${question}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${question}.ts`)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
