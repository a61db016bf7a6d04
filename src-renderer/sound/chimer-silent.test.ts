import { expect, test } from 'vitest';
import { lineId, stationId } from '#shared/domain/id.ts';
import { untouched } from '#shared/domain/progress.ts';
import {
  bump,
  dish,
  listening,
  on,
  orderOf,
  recall,
  share,
  worldBeginsMs,
} from '../../test/harness/listening-kitchen.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';

test('[CHM10] an order that was placed silently rings on no screen, however late; what is added aloud does', () => {
  const { look, place, run, reload } = listening();
  look();
  place(orderOf('1', dish('1.1')), true);
  expect(look()).toEqual([]);
  place(orderOf('2', dish('2.1')), true);
  reload();
  expect(look()).toEqual([]);
  run({ kind: 'order.add-lines', ...on('2'), lines: [dish('2.2', 'grill', { addition: 1 })] });
  expect(look()).toEqual(['changed']);
  place(orderOf('3', dish('3.1')), true);
  run({ kind: 'order.add-lines', ...on('3'), lines: [dish('3.2', 'grill', { addition: 1 })] });
  expect(look()).toEqual(['new']);
});

test('[CHM10] what is done silently to an order that came aloud rings nothing of its own, and hides nothing', () => {
  const { look, place, run } = listening();
  look();
  place(orderOf('1', dish('1.1'), dish('1.2')));
  run({ kind: 'line.change', ...on('1'), lineId: lineId('1.1'), change: { notes: 'rare' } }, true);
  expect(look()).toEqual(['new']);
  run({ kind: 'line.void', ...on('1'), lineId: lineId('1.2'), reason: null }, true);
  expect(look()).toEqual([]);
  run({ kind: 'line.change', ...on('1'), lineId: lineId('1.1'), change: { notes: 'well done' } });
  expect(look()).toEqual(['changed']);
  run({ kind: 'order.cancel', ...on('1'), reason: null });
  expect(look()).toEqual(['void']);
});

test('[CHM10] silently brought back, handed on or made ready, it rings nowhere', () => {
  const { look, place, run } = listening();
  look();
  place(orderOf('1', dish('1.1')));
  expect(look()).toEqual(['new']);
  run(bump('1', 'grill'));
  run(recall('1', 'grill'), true);
  expect(look()).toEqual([]);
  run(bump('1', 'grill'));
  run(recall('1', 'grill'));
  expect(look()).toEqual(['changed']);

  const handed = buildLine('2.1', {
    addedAtMs: worldBeginsMs,
    progress: [share('fry'), untouched(stationId('grill'), 'category', [stationId('fry')])],
  });
  for (const isSilent of [true, false]) {
    const id = isSilent ? '2' : '3';
    place(orderOf(id, { ...handed, id: lineId(`${id}.1`) }));
    run(bump(id, 'fry'), isSilent);
    expect(look()).toEqual(isSilent ? [] : ['new']);
  }

  const pass = listening('pass');
  pass.look();
  for (const isSilent of [true, false]) {
    const id = isSilent ? '4' : '5';
    pass.place(orderOf(id, dish(`${id}.1`), dish(`${id}.2`, 'bar')));
    pass.run(bump(id, 'grill'), !isSilent);
    pass.look();
    pass.run(bump(id, 'bar'), isSilent);
    expect(pass.look()).toEqual(isSilent ? [] : ['ready']);
  }
});
