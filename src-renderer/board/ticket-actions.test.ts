import { expect, test } from 'vitest';
import { kitchenInHand, shares } from '../../test/harness/kitchen-in-hand.ts';
import { buildLine } from '../../test/harness/screen-kit.ts';
import { ticketActions } from './ticket-actions.ts';

test('[FIR2] the fire key names the course that it means, and sends nothing where nothing waits', () => {
  const courses = [1, 2].map((course) => buildLine(`course ${course}`, { ...shares('grill'), course, heldAtMs: 1 }));
  const { now, world, run } = kitchenInHand(courses);
  const sent: { readonly lineIds: unknown; readonly course: unknown }[] = [];
  const fire = (_: unknown, course: unknown, lineIds: unknown) => void sent.push({ course, lineIds });
  const actions = ticketActions({ fire } as never);
  const press = () =>
    actions.fireNext({ order: now(), viewpoint: { station: null, goal: 'completed' } } as never, world.nowMs());
  press();
  expect(sent).toMatchObject([{ lineIds: ['course 1'], course: null }]);
  run({ kind: 'order.fire' });
  press();
  expect(sent[1]).toMatchObject({ lineIds: ['course 2'] });
  run({ kind: 'order.fire' });
  press();
  expect(sent).toHaveLength(2);
});
