import { expect, openBoard, order, test, ticket, tickets } from './board-fixture.ts';
import { choose } from './settings-hand.ts';
import { setStations } from './stations-hand.ts';

const kitchen = [
  { id: 'grill', name: 'Grill', items: ['Burger'] },
  { id: 'bar', name: 'Bar', items: ['Beer'] },
];

test('[SCR1] the station is chosen in the settings, holds at once, is named large and is kept', async ({
  board,
  pos,
}) => {
  await setStations(pos, kitchen);
  await order(pos, '1', ['Burger']);
  await order(pos, '2', ['Beer']);
  await expect(tickets(board)).toHaveCount(2);
  await choose(board, 'Bar Cooks');
  await expect(board.getByRole('heading', { level: 1, name: 'Bar' })).toBeVisible();
  await expect(tickets(board)).toHaveCount(1);
  await expect(ticket(board, 'T 2')).toBeVisible();
  await board.reload();
  await expect(ticket(board, 'T 2')).toBeVisible();
  await expect(tickets(board)).toHaveCount(1);
  await choose(board, 'Whole kitchen');
  await expect(tickets(board)).toHaveCount(2);
});

test('[SCR2] an address fixes the station and leaves what was chosen alone', async ({ board, pos, server }) => {
  await setStations(pos, kitchen);
  await order(pos, '1', ['Burger']);
  await order(pos, '2', ['Beer']);
  await choose(board, 'Bar Cooks');
  await board.goto(`${server.url}/?station=GRILL`);
  await expect(board.getByRole('heading', { level: 1, name: 'Grill' })).toBeVisible();
  await expect(tickets(board)).toHaveCount(1);
  await expect(ticket(board, 'T 1')).toBeVisible();
  await board.locator('[data-settings]').click();
  const section = board.getByRole('dialog').getByRole('region', { name: 'Station of this screen' });
  await expect(section).toContainText('open the page without “station=GRILL” in its address');
  await expect(section.locator('[data-fixed-station]')).toContainText('Grill');
  // What cannot be chosen does not look as if it could.
  await expect(section.getByRole('button')).toHaveCount(0);
  await expect(section.getByText('Bar')).toHaveCount(0);
  await board.goto(server.url);
  await expect(board.getByRole('heading', { level: 1, name: 'Bar' })).toBeVisible();
});

test('[SCR3] a screen whose station is taken away says so and shows everything', async ({ board, pos }) => {
  await setStations(pos, kitchen);
  await order(pos, '1', ['Burger']);
  await order(pos, '2', ['Beer']);
  await choose(board, 'Bar Cooks');
  await expect(tickets(board)).toHaveCount(1);
  await setStations(pos, kitchen.slice(0, 1));
  await expect(board.getByRole('alert')).toContainText('There is no station “bar” any more.');
  await expect(ticket(board, 'T 1')).toBeVisible();
  await choose(board, 'Whole kitchen');
  await expect(board.getByRole('alert')).toBeHidden();
});

test('[SCR1] rubbish in the storage counts as never chosen', async ({ page, server, pos }) => {
  await order(pos, '1', ['Soup']);
  await page.addInitScript(() => localStorage.setItem('kitchen-pass.screen', '{"grid":7,"station":[]'));
  await openBoard(page, server);
  await expect(ticket(page, 'T 1')).toBeVisible();
});
