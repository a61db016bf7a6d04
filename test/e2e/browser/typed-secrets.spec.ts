import { searchLog } from '../../harness/sent-secrets.ts';
import { expect, test } from './board-fixture.ts';
import { board, byName, nameBox, newDevice } from './people-hand.ts';

test('[LOG1] what is typed into a page, and what it is told, is looked for in the log of its server', async ({
  browser,
  server,
  pos,
}) => {
  const { secret } = (await pos.call('POST', '/pair/window', { role: 'kitchen' })).json;
  const device = await newDevice(browser);
  await device.goto(`${byName(server)}/pair#${secret}`);
  await nameBox(device).fill('Terrace by the river');
  await device.getByRole('button', { name: 'Pair', exact: true }).click();
  await expect(board(device)).toBeVisible();
  const [cookie] = (await device.context().cookies()).filter(({ name }) => name === 'kitchen_pass_device');
  for (const typed of ['Terrace by the river', secret, cookie?.value ?? 'no cookie']) {
    expect(() => searchLog(server.url, `a log that holds ${typed}`)).toThrow('[LOG1]');
  }
  expect(server.stderr()).not.toContain('Terrace by the river');
  await device.context().close();
});
