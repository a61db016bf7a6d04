import { expect, test } from 'vitest';
import { windowObstacle } from './window-obstacle.ts';

test.each([
  ['linux', {}, 1000, 'there is no display'],
  ['linux', { DISPLAY: '' }, 1000, 'there is no display'],
  ['linux', { DISPLAY: ':0' }, 1000, undefined],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, undefined],
  ['linux', { DISPLAY: ':0' }, 0, 'Electron does not run as root'],
  ['linux', { DISPLAY: ':0', ELECTRON_DISABLE_SANDBOX: '1' }, 0, undefined],
  ['linux', {}, 0, 'there is no display'],
  ['darwin', {}, 501, undefined],
  ['darwin', {}, 0, undefined],
  ['win32', {}, undefined, undefined],
] as const)('[STR1] on %s with %j as account %s: %s', (platform, env, uid, obstacle) => {
  expect(windowObstacle({ platform, env, uid })).toBe(obstacle);
});
