import { expect, test } from 'vitest';
import { may } from '../../src-main/server/permissions.ts';
import { manager, screenInHand } from '../../test/harness/board-in-hand.ts';
import { answered } from '../../test/harness/screen-kit.ts';
import { mayManage } from './staff-rights.ts';

test('[PER1] the screen offers people and devices to whom the kitchen lets keep them', async () => {
  const nobody = screenInHand();
  expect(mayManage(nobody.client.store.getState())).toBe(false);
  for (const role of ['manager', 'service', 'kitchen', 'waiter', 'display', 'guest'] as const) {
    const { client, http } = screenInHand();
    client.open();
    await http.answer(answered(200, { ...manager, role }));
    const allowed = may(role, 'people.manage') && may(role, 'devices.manage');
    expect([role, mayManage(client.store.getState())]).toEqual([role, allowed]);
  }
});
