import { expect } from './board-fixture.ts';
import { choose } from './settings-hand.ts';
import { test } from './station-fixture.ts';

for (const language of ['English', 'Français']) {
  test(`[OVW3] what is for later and what is on hold stand whole in the header of a tablet: ${language}`, async ({
    kitchen,
    pos,
    screenOf,
  }) => {
    const screen = await screenOf('grill');
    await screen.setViewportSize({ width: 1280, height: 800 });
    await choose(screen, 'Hidden');
    if (language !== 'English') await choose(screen, language);
    await kitchen.order(['burger'], { promised_at: new Date(Date.now() + 3 * 3_600_000).toISOString() });
    for (let nth = 0; nth < 12; nth++) {
      const { id } = await kitchen.order(['burger'], {});
      expect((await pos.call('POST', `/orders/${id}/hold`, {})).status).toBe(200);
    }
    const note = screen.locator('header').first().locator('[data-next-up]');
    await expect(note.locator('[aria-hidden][dir]')).toHaveText([/^1 · \d\d:\d\d$/, '12']);
    const [edge, counts] = await Promise.all([
      note.locator('..').boundingBox(),
      note.locator('[aria-hidden][dir]').last().boundingBox(),
    ]);
    expect(counts!.x + counts!.width).toBeLessThanOrEqual(edge!.x + edge!.width);
  });
}
