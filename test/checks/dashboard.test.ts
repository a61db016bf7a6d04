import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figuresIn } from '../harness/figure-names.ts';
import { managerOf } from '../harness/manager.ts';
import { checkExpressions, testWithPromtool } from '../harness/promtool.ts';
import { parseScrape } from '../harness/scrape.ts';
import { startServer } from '../harness/server-in-a-box.ts';

type Panel = any;
const text = readFileSync(join(import.meta.dirname, '../../docs/operations/dashboard.json'), 'utf8');
const dashboard = JSON.parse(text);
const panels: Panel[] = dashboard.panels.filter(({ type }: Panel) => type !== 'row');
const expressions: string[] = [
  ...panels.flatMap(({ targets }) => targets.map(({ expr }: Panel) => expr)),
  ...dashboard.annotations.list.map(({ expr }: Panel) => expr),
];

test('[MET5] every panel has a title, an explanation, a unit and a place of its own', () => {
  expect(panels.length).toBeGreaterThan(15);
  expect(new Set(dashboard.panels.map(({ id }: Panel) => id)).size).toBe(dashboard.panels.length);
  for (const { title, description, fieldConfig, targets, datasource } of panels) {
    expect([title, description]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S.{15,}/)]);
    expect([title, fieldConfig.defaults.unit]).toEqual([title, expect.stringMatching(/^\w+$/)]);
    expect([title, targets.length > 0, datasource.uid]).toEqual([title, true, ['$', '{datasource}'].join('')]);
  }
  const cells = dashboard.panels.flatMap(({ gridPos }: Panel) => cellsOf(gridPos));
  expect(new Set(cells).size).toBe(cells.length);
});

function cellsOf({ x, y, w, h }: { x: number; y: number; w: number; h: number }): string[] {
  return Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)}:${y + Math.floor(cell / w)}`);
}

test('[MET5] limits on the dashboard are those of the alerts', () => {
  const limit = (title: string) =>
    panels.find((panel) => panel.title === title)?.fieldConfig.defaults.thresholds.steps.at(-1).value;
  const limits = ['Completion', 'Mean time to be live again', 'Duplicates', 'Failures seen by people', 'Time to disk'];
  expect(limits.map(limit)).toEqual([0.995, 5, 0.01, 0.05, 0.25]);
});

test('[MET5] the dashboard asks only for figures that a real server has, of this job alone', async () => {
  const box = await startServer();
  const { kinds } = parseScrape((await (await managerOf(box)).call('GET', '/metrics')).text);
  await box.remove();
  const asked = figuresIn(expressions.join('\n'));
  expect(asked.size).toBeGreaterThan(20);
  expect([...asked].filter((name) => !kinds.has(name))).toEqual([]);
  const open = expressions.filter((expr) => !/\{(job="kitchen-pass", |alertname=)/.test(expr));
  expect(open).toEqual([]);
});

test('[MET5] the brackets of its questions fit', () => {
  for (const expr of expressions) {
    for (const [open = '', close = ''] of ['()', '{}', '[]']) {
      expect([expr, expr.split(open).length]).toEqual([expr, expr.split(close).length]);
    }
  }
});

testWithPromtool('[MET5] its questions can be asked', async (promtool) => {
  const filled = expressions.map((expr) => expr.replaceAll('$__rate_interval', '5m').replaceAll('$instance', '.*'));
  expect(await checkExpressions(promtool, filled)).toContain(`${filled.length} rules found`);
  await expect(checkExpressions(promtool, ['sum by ('])).rejects.toThrow();
});
