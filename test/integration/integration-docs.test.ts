import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Block, blocksIn, differs, differsInLines } from '../harness/manual.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { openShell, type ShellSession } from '../harness/shell-session.ts';
import { createTempDir } from '../harness/temp-dir.ts';

const folder = join(import.meta.dirname, '../../docs/integration');
const blocks = blocksIn(folder);
const temp = createTempDir();

let box: ServerBox;
let shell: ShellSession;
beforeAll(async () => {
  box = await startServer();
  // The node that runs the tests is the one that runs the examples.
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  shell = openShell(temp.path, { PATH: path, LANG: 'C.UTF-8', HOME: temp.path });
});
afterAll(async () => {
  await shell.end();
  await box.remove();
  temp.remove();
});

/** The two lines that are everybody's own. */
const filledIn = (text: string) =>
  text.replace('http://kitchen-pass.local:4480', box.url).replace('the password of the manager', adminPassword);

const place = ({ page, line }: Block) => `${page}:${line}`;

test('[POS4] every block of the manual is something that is run, or the answer to it', () => {
  expect(blocks.length).toBeGreaterThan(80);
  const kinds = new Set(blocks.map(({ language }) => language));
  expect([...kinds].toSorted()).toEqual(['js', 'json', 'sh', 'text']);
  const answers = blocks.filter(({ language }) => language === 'json' || language === 'text');
  const unasked = answers.filter((block) => blocks[blocks.indexOf(block) - 1]?.language !== 'sh');
  expect(unasked.map(place)).toEqual([]);
  const programs = blocks.filter(({ language }) => language === 'js');
  const commands = blocks.filter(({ language }) => language === 'sh' || language === 'js');
  const idle = programs.filter(
    ({ named }) => !commands.some(({ text }) => new RegExp(`(node |'\\./)${named}`).test(text)),
  );
  expect(programs.every(({ named }) => named !== '') && idle.map(place)).toEqual([]);
});

test('[POS4] every example does what stands below it, on a kitchen computer that nobody has used before', async () => {
  for (const [at, block] of blocks.entries()) {
    if (block.language === 'js') writeFileSync(join(temp.path, block.named), block.text);
    if (block.language !== 'sh') continue;
    const said = await shell.run(filledIn(block.text)).catch((error) => `${error}`);
    const shown = blocks[at + 1];
    if (shown?.language === 'json')
      expect.soft([place(block), faults(shown.text, said)]).toEqual([place(block), undefined]);
    else if (shown?.language === 'text')
      expect.soft([place(block), differsInLines(shown.text, said)]).toEqual([place(block), undefined]);
    else expect.soft([place(block), said.trim()]).toEqual([place(block), '']);
  }
}, 120_000);

function faults(shown: string, said: string): string | undefined {
  try {
    return differs(JSON.parse(shown), JSON.parse(said));
  } catch {
    return `no JSON, but ${said}`;
  }
}
