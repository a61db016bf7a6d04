import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { figuresIn } from '../harness/figure-names.ts';
import { managerOf } from '../harness/manager.ts';
import { runPromtool, testWithPromtool } from '../harness/promtool.ts';
import { parseScrape, type Scrape } from '../harness/scrape.ts';
import { startServer } from '../harness/server-in-a-box.ts';
import { createTempDir } from '../harness/temp-dir.ts';

const folder = join(import.meta.dirname, '../../docs/operations');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const rules = read('alerts.yml');
const tests = read('alerts.test.yml');
const runbooks = read('runbooks.md');
const readme = read('README.md');

/** Each alert as it stands in the file, which keeps to one pattern; promtool is the judge of its YAML. */
const alerts = rules
  .split(/^ {6}- alert: /m)
  .slice(1)
  .map((text) => ({ name: text.split('\n', 1)[0] ?? '', text }));
const names = alerts.map(({ name }) => name);

let scrape: Scrape;
beforeAll(async () => {
  const box = await startServer();
  const api = await managerOf(box);
  scrape = parseScrape((await api.call('GET', '/metrics')).text);
  await box.remove();
});

test('[MET5] each alert has all its parts', () => {
  expect(names.length).toBeGreaterThan(10);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, text } of alerts) expect([name, lacking(text)]).toEqual([name, []]);
});

testWithPromtool('[MET5] the rules can be loaded', async (promtool) => {
  const said = await runPromtool(promtool, ['check', 'rules', join(folder, 'alerts.yml')]);
  expect(said).toContain(`${names.length} rules found`);
});

const parts = {
  expr: /^ {8}expr: (\S.*|\|\n( {10}.+\n)+)$/m,
  for: /^ {8}for: \d+[smh]$/m,
  severity: /^ {10}severity: (critical|warning)$/m,
  summary: /^ {10}summary: \S.{20,}$/m,
  runbook: /^ {10}runbook: docs\/operations\/runbooks\.md#[a-z]+$/m,
};

const lacking = (text: string) =>
  Object.entries(parts)
    .filter(([, part]) => !part.test(text))
    .map(([name]) => name);

test('[MET5] each alert has a test that expects it', () => {
  const untested = names.filter(
    (name) => !tests.includes(`- name: '${name}: `) || !tests.includes(`labels: '{alertname="${name}"}'`),
  );
  expect(untested).toEqual([]);
});

testWithPromtool('[MET5] each alert fires at its fault, and nothing else fires then', async (promtool) => {
  expect(await runPromtool(promtool, ['test', 'rules', join(folder, 'alerts.test.yml')])).toContain('SUCCESS');
});

test('[MET5] an alert without one of its parts is found', () => {
  expect(lacking((alerts[0]?.text ?? '').replace(/^ *for: .*$/m, ''))).toEqual(['for']);
});

testWithPromtool('[MET5] a broken rule does not pass', async (promtool) => {
  const broken = rules.replace('up{job="kitchen-pass"} == 0', 'up{job="kitchen-pass"} == 2');
  expect(broken).not.toBe(rules);
  const dir = createTempDir();
  const [head = '', ...each] = tests.split(/^(?= {2}- name: )/m);
  writeFileSync(
    join(dir.path, 'alerts.test.yml'),
    head + each.filter((one) => one.includes('KitchenPassDown:')).join(''),
  );
  const testing = () => runPromtool(promtool, ['test', 'rules', join(dir.path, 'alerts.test.yml')]);
  writeFileSync(join(dir.path, 'alerts.yml'), rules);
  expect(await testing()).toContain('SUCCESS');
  writeFileSync(join(dir.path, 'alerts.yml'), broken);
  await expect(testing()).rejects.toThrow('KitchenPassDown');
  dir.remove();
});

test('[MET5] rules and their tests name only figures that a real server has', () => {
  expect(figuresIn(rules).size).toBeGreaterThan(10);
  for (const text of [rules, tests]) expect([...figuresIn(text)].filter((name) => !scrape.kinds.has(name))).toEqual([]);
});

test('[MET5] a rule asks only for labels and buckets that a real server has', () => {
  const asked = [...rules.matchAll(/\b(kitchen_pass_\w+)\{(\w+)(=~?|!=)"([^"]*)"\}/g)];
  expect(asked.length).toBeGreaterThan(4);
  const known = (name: string, label: string) =>
    scrape.samples.filter((one) => one.name === name).map(({ labels }) => labels[label] ?? '');
  const unknown = asked.filter(
    ([, name = '', label = '', , wanted = '']) =>
      !wanted.split('|').every((value) => known(name, label).includes(value)),
  );
  expect(unknown.map(([text]) => text)).toEqual([]);
});

test('[MET5] each alert has its chapter in the runbook, which says what it means, where to look and what to do', () => {
  const chapters = runbooks.split(/^## /m).slice(1);
  expect(chapters.map((chapter) => chapter.split('\n', 1)[0])).toEqual(names);
  for (const chapter of chapters) {
    for (const part of ['**For the kitchen.**', '**Look.**', '**Do.**']) expect(chapter).toContain(`\n${part} `);
  }
  const links = alerts.map(({ text }) => /runbooks\.md#(\w+)/.exec(text)?.[1]);
  expect(links).toEqual(names.map((name) => name.toLowerCase()));
  const listed = [...readme.matchAll(/^\| \[(\w+)\]\(runbooks\.md#(\w+)\)/gm)].map(([, name, link]) => [name, link]);
  expect(listed).toEqual(names.map((name) => [name, name.toLowerCase()]));
});

test('[MET1] every figure is explained, and no figure is explained that does not exist', () => {
  const explained = figuresIn([...readme.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code).join('\n'));
  expect([...explained].toSorted()).toEqual([...scrape.kinds.keys()].toSorted());
  const named = figuresIn(runbooks);
  expect([...named].filter((name) => !scrape.kinds.has(name))).toEqual([]);
});

testWithPromtool('[MET1] a real page of figures is well formed', async (promtool) => {
  expect(scrape.samples.length).toBeGreaterThan(50);
  expect(await runPromtool(promtool, ['check', 'metrics'], scrape.text)).toBe('');
});
