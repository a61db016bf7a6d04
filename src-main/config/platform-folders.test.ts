import { join } from 'node:path';
import { expect, test } from 'vitest';
import { platformFolders } from './platform-folders.ts';

const home = join('/', 'home', 'kitchen');

test.each([
  ['linux', {}, join(home, '.local/share/kitchen-pass'), join(home, '.config/kitchen-pass')],
  ['linux', { XDG_DATA_HOME: '/d', XDG_CONFIG_HOME: '/c' }, '/d/kitchen-pass', '/c/kitchen-pass'],
  [
    'darwin',
    {},
    join(home, 'Library/Application Support/Kitchen Pass/data'),
    join(home, 'Library/Application Support/Kitchen Pass'),
  ],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/Kitchen Pass/data', '/local/Kitchen Pass'],
  ['win32', {}, join(home, 'AppData/Local/Kitchen Pass/data'), join(home, 'AppData/Local/Kitchen Pass')],
] as const)('%s %j keeps its data in the folder of the account', (platform, env, data, config) => {
  expect(platformFolders({ platform, env, home })).toEqual({ data, config });
});
