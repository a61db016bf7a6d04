import { scale } from '../../harness/scale.ts';
import { expect } from './board-fixture.ts';
import { choose } from './settings-hand.ts';
import { test } from './station-fixture.ts';

for (const language of scale({ short: ['Français'], long: ['English', 'Français'] })) {
  test(`[OVW3] what is for later stands whole in the header of a tablet, and what is on hold is a tool of it: ${language}`, async ({
    kitchen,
    pos,
    screenOf,
  }) => {
    const screen = await screenOf('grill');
    await screen.setViewportSize({ width: 1280, height: 800 });
    await choose(screen, 'Hidden');
    if (language !== 'English') await choose(screen, language);
    const header = screen.locator('header').first();
    await expect(header).toBeVisible();
    const height = async () => (await header.boundingBox())!.height;
    const before = await height();
    await kitchen.order(['burger'], { promised_at: new Date(Date.now() + 3 * 3_600_000).toISOString() });
    for (let nth = 0; nth < 12; nth++) {
      const { id } = await kitchen.order(['burger'], {});
      expect((await pos.call('POST', `/orders/${id}/hold`, {})).status).toBe(200);
    }
    const note = header.locator('[data-next-up]');
    await expect(note.locator('[aria-hidden][dir]')).toHaveText(/^1 · \d\d:\d\d$/);
    const [edge, counts] = await Promise.all([
      note.locator('..').boundingBox(),
      note.locator('[aria-hidden][dir]').last().boundingBox(),
    ]);
    expect(counts!.x + counts!.width).toBeLessThanOrEqual(edge!.x + edge!.width);
    await expect(header.locator('[data-held-count="12"]')).toBeVisible();
    expect(await height()).toBe(before);
  });
}
