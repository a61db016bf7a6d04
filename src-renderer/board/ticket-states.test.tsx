import { expect, test } from 'vitest';
import type { LineContent } from '#shared/domain/line.ts';
import { buildLine, buildOrder } from '../../test/harness/screen-kit.ts';
import { draw, expo, fryer, grill, share, stations, wordsOf } from '../../test/harness/ticket-drawing.tsx';

const minute = 60_000;

test('[CRD1] what is done stays in its place while there is work beside it', () => {
  const done = buildLine('1', { name: 'Trout', progress: [share(grill, 'ready')] });
  const open = buildLine('2', { name: 'Steak', progress: [share(grill)] });
  const html = draw(buildOrder('1', { lines: [done, open] }), { at: grill.id, stations });
  expect(wordsOf(html).join(' ')).toContain('1 Trout 1 Steak Bump 1/2');
  expect(html).toContain('aria-label="Ready"');
});

test.each([
  ['an addition', { addition: 1 }],
  ['the next course', { course: 2 }],
])('[CRD1] what was done before %s is only counted', (_what, change) => {
  const done = buildLine('1', { name: 'Trout', progress: [share(grill, 'ready')] });
  const open = buildLine('2', { name: 'Steak', progress: [share(grill)], ...change });
  const words = wordsOf(draw(buildOrder('1', { lines: [done, open] }), { at: grill.id, stations }));
  expect(words).toContain('1 done');
  expect(words).toContain('Steak');
  expect(words).not.toContain('Trout');
});

test('[CRD1] what another station has yet to make says which', () => {
  const open = buildLine('1', { progress: [share(fryer)] });
  const after = buildLine('2', { progress: [share(grill), share(fryer, 'pending', grill)] });
  const html = draw(buildOrder('1', { lines: [open, after] }), { at: fryer.id, stations });
  expect(html).toContain('data-status="waiting"');
  expect(wordsOf(html)).toContain('Grill first');
});

test('[CRD1] what is for later says when it starts', () => {
  const later = buildLine('1', { startsAtMs: 1_000_000 + 4 * minute });
  const html = draw(buildOrder('1', { lines: [buildLine('2'), later] }), { ageMs: 1000 });
  expect(html).toContain('data-status="later"');
  expect(wordsOf(html)).toContain('Starts in 3:59');
});

test('[CRD1] a course on hold says so in its heading, and whoever sees the whole can fire it', () => {
  const held = buildLine('1', { course: 2, heldAtMs: 1_000_000 });
  const order = buildOrder('1', { lines: [buildLine('2', { course: 1 }), held] });
  expect(wordsOf(draw(order)).join(' ')).toContain('Course 2 · on hold Fire 1 Dish 1');
  const atStation = { ...order, lines: order.lines.map((line) => ({ ...line, progress: [share(grill)] })) };
  expect(wordsOf(draw(atStation, { at: grill.id, stations }))).not.toContain('Fire');
});

test('[CRD3] added lines stand under a rule with the word and how long ago', () => {
  const added = buildLine('2', { addition: 1, addedAtMs: 1_000_000 + minute });
  const words = wordsOf(draw(buildOrder('1', { lines: [buildLine('1'), added] }), { ageMs: 3 * minute }));
  expect(words.join(' ')).toContain('Dish 1 Add-on 2:00 ago 1 Dish 2');
});

const before: LineContent = {
  quantity: 2,
  modifiers: [
    { name: 'rare', price: 0 },
    { name: 'no salt', price: 0 },
  ],
  notes: 'in a hurry',
  seat: 1,
  course: null,
  allergens: [],
};

test('[CRD4] a change stands as old and new, and the button says seen first', () => {
  const modifiers = [
    { name: 'rare', price: 0 },
    { name: 'extra sauce', price: 0 },
  ];
  const change = { ...before, quantity: 3, modifiers, notes: 'no hurry', seat: 2 };
  const line = buildLine('1', { ...change, changedFrom: before, changedAtMs: 1_000_000 });
  const html = draw(buildOrder('1', { lines: [line] }));
  const struck = [...html.matchAll(/<del[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(struck).toEqual(['2', 'no salt', 'in a hurry', 'Seat 1']);
  expect(html).toMatch(/<ins[^>]*>\+ .*extra sauce</);
  expect(wordsOf(html)).toEqual(
    expect.arrayContaining(['Changed', '3', 'rare', 'Struck out:', 'no hurry', 'Seat 2', 'Changes seen']),
  );
});

test('[CRD4] what stands where nothing stood says that it is new, and what is gone that it is struck out', () => {
  const plain: LineContent = { quantity: 1, modifiers: [], notes: null, seat: null, course: null, allergens: [] };
  const full = { ...plain, notes: 'extra hot', seat: 3, course: 2, allergens: ['nuts'] };
  const shown = (from: LineContent, to: LineContent) => {
    const line = buildLine('1', { ...to, changedFrom: from, changedAtMs: 1_000_000 });
    return wordsOf(draw(buildOrder('1', { lines: [line] })));
  };
  expect(shown(plain, full)).toEqual(
    expect.arrayContaining(['New: extra hot', 'New: nuts', 'New: Course 2', 'New: Seat 3']),
  );
  expect(shown(plain, { ...full, notes: null })).not.toContain('Struck out:');
  const gone = shown(full, plain).join(' ');
  expect(gone).toContain('Struck out: extra hot');
  expect(gone).toContain('Struck out: nuts');
  expect(gone).not.toContain('New:');
  const replaced = shown({ ...full, notes: 'mild' }, full);
  expect(replaced).toEqual(expect.arrayContaining(['mild', 'extra hot']));
  expect(replaced).not.toContain('Struck out:');
});

test('[RCL3] how often a dish is made again is no figure that could be a quantity', () => {
  const wordsFor = (round: number) => wordsOf(draw(buildOrder('1', { lines: [buildLine('1', { round })] }))).join(' ');
  expect(wordsFor(1)).not.toContain('again');
  expect([2, 3, 4].map((round) => /Make again \(.*?\)/.exec(wordsFor(round))?.[0])).toEqual([
    'Make again (2nd time)',
    'Make again (3rd time)',
    'Make again (4 times in all)',
  ]);
});

test('[CRD4] once it is seen only the new is left', () => {
  const progress = [share(grill), share(fryer)].map((one, index) => ({ ...one, acknowledgedAtMs: index ? null : 5 }));
  const line = buildLine('1', { ...before, quantity: 3, progress, changedFrom: before });
  const html = draw(buildOrder('1', { lines: [line] }), { at: grill.id, stations });
  expect(html).not.toContain('<del');
  expect(wordsOf(html)).toContain('Bump');
  expect(draw(buildOrder('1', { lines: [line] }), { at: fryer.id, stations })).toContain('<del');
});

test('[CRD4] allergens bar the bump only where the kitchen has set it so', () => {
  const order = buildOrder('1', { lines: [buildLine('1', { allergens: ['nuts'] })] });
  expect(wordsOf(draw(order))).toContain('Bump');
  expect(wordsOf(draw(order, { settings: { acknowledgeAllergens: true } }))).toContain('Allergens seen');
});

test('[CRD6] a cancelled order says so, with the reason, and is only to be bumped', () => {
  const order = buildOrder('1', { cancelledAtMs: 1_000_500, cancelReason: 'guest left' });
  const lines = order.lines.map((line) => ({
    ...line,
    progress: [{ ...line.progress[0]!, status: 'preparing' as const }],
  }));
  const html = draw({ ...order, lines });
  expect(wordsOf(html)).toEqual(expect.arrayContaining(['Cancelled', 'guest left', 'Cancelled - do not cook']));
  expect(html).toContain('data-step="bump"');
});

test('[CRD6] [PAS1] an order whose dishes were all called off is cancelled at the pass, and nothing there is ready to go', () => {
  const voided = { voidedAtMs: 1_000_500, progress: [share(grill, 'preparing')] };
  const html = draw(buildOrder('1', { lines: [buildLine('1', voided)] }), { at: expo.id, stations });
  expect(wordsOf(html)).toContain('Cancelled');
  expect(wordsOf(html)).not.toContain('Ready to go');
  expect(html).toContain('data-step="ask"');
  const eaten = buildLine('2', { progress: [share(grill, 'completed')] });
  const rest = draw(buildOrder('1', { lines: [eaten, buildLine('1', voided)] }), { at: expo.id, stations });
  expect(wordsOf(rest)).not.toContain('Cancelled');
  expect(wordsOf(rest)).not.toContain('Hand over');
});

test('[PAS4] what is ready at the pass says for how long, and after two minutes that it gets cold', () => {
  const part = { ...share(grill, 'ready'), readyAtMs: 1_000_000 + minute };
  const order = buildOrder('1', { lines: [buildLine('1', { progress: [part] })] });
  const after = (ageMs: number) => wordsOf(draw(order, { at: expo.id, stations, ageMs })).join(' ');
  expect(after(2.5 * minute)).toContain('Ready to go 1:30');
  expect(after(3 * minute - 1000)).toContain('Ready to go 1:59');
  expect(after(3 * minute)).toContain('Getting cold 2:00');
});

test('[CHM7] a ticket that nobody has touched can be said to be seen, allergens and all, unless they are asked for', () => {
  const line = buildLine('1', { allergens: ['nuts'], progress: [share(grill)] });
  const order = buildOrder('1', { lines: [line] });
  const here = { at: grill.id, stations };
  expect(draw(order, here)).toContain('data-seen');
  expect(draw(order, { ...here, settings: { acknowledgeAllergens: true } })).not.toContain('data-seen');
  expect(draw(order, { at: expo.id, stations })).not.toContain('data-seen');
});

test('[CRD2] a scheduled order says for when', () => {
  const promisedAtMs = new Date(2026, 10, 21, 18, 30).getTime();
  expect(wordsOf(draw(buildOrder('1', { promisedAtMs, lines: [buildLine('1')] })))).toContain('for 18:30');
});

test('[RCL3] what came back says who brought it and when, and that it is cooked again', () => {
  const atMs = new Date(2026, 10, 21, 12, 31).getTime();
  const lastRecall = { atMs, by: 'Ana', station: null, timerKept: false };
  const words = wordsOf(draw(buildOrder('1', { lastRecall, lines: [buildLine('1', { round: 2 })] })));
  expect(words).toEqual(expect.arrayContaining(['Back, by Ana 12:31', 'Make again (2nd time)']));
});

test('[CRD7] a dish that is cooked elsewhere too says where, and how far that is', () => {
  const line = buildLine('1', { progress: [share(grill), share(fryer, 'ready')] });
  const words = wordsOf(draw(buildOrder('1', { lines: [line] }), { at: grill.id, stations }));
  expect(words).toContain('Also at Fryer (ready)');
});

test('[PAS1] [PAS2] the pass sees how far each station is, and what holds the ticket up', () => {
  const trout = buildLine('1', { name: 'Trout', progress: [share(grill), share(fryer, 'ready')] });
  const fries = buildLine('2', { name: 'Fries', progress: [share(fryer, 'ready')] });
  const html = draw(buildOrder('1', { lines: [trout, fries] }), { at: expo.id, stations });
  expect(html).toContain('data-share="grill" data-progress="pending"');
  expect(html).toContain('data-share="fryer" data-progress="ready"');
  const words = wordsOf(html).join(' ');
  expect(words).toContain('Waits for Grill: Trout');
  expect(words).not.toContain('Fries ·');
  expect(html).toContain('data-step="ask"');
});

test('[PAS1] [PAS2] [PAS3] a dish that was fired to begin later is waited for, and handing over without it is asked about', () => {
  const burger = buildLine('1', { name: 'Burger', progress: [share(grill, 'ready')] });
  const salad = { name: 'Salad', firedAtMs: 1_000_000, startsAtMs: 1_000_000 + 8 * minute, progress: [share(fryer)] };
  const html = draw(buildOrder('1', { lines: [burger, buildLine('2', salad)] }), { at: expo.id, stations });
  const words = wordsOf(html).join(' ');
  expect(words).toContain('Waits for Fryer: Salad');
  expect(words).toContain('Hand over 1/2');
  expect(words).not.toContain('Ready to go');
  expect(html).toContain('data-step="ask"');
});

test('[PAS2] nothing holds up what nobody has begun', () => {
  expect(
    draw(buildOrder('1', { lines: [buildLine('1', { progress: [share(grill)] })] }), { at: expo.id, stations }),
  ).not.toContain('data-hold-up');
});

test('[PAS1] when all is ready the ticket stands out at the pass', () => {
  const lines = [buildLine('1', { progress: [share(grill, 'ready')] })];
  const html = draw(buildOrder('1', { lines }), { at: expo.id, stations });
  expect(html).toContain('data-ready="true"');
  expect(wordsOf(html)).toEqual(expect.arrayContaining(['Ready to go', 'Hand over']));
  expect(html).toContain('data-step="bump"');
});

test('[CRD5] when only a course on hold is left, the large button fires it', () => {
  const done = buildLine('1', { course: 1, progress: [{ ...share(grill, 'completed'), completedAtMs: 5 }] });
  const held = buildLine('2', { course: 2, heldAtMs: 5, progress: [share(grill)] });
  const html = draw(buildOrder('1', { lines: [done, held] }), { at: expo.id, stations });
  expect(html).toContain('data-step="fire"');
  expect(wordsOf(html)).toContain('Fire course 2');
});
