import { expect, test } from 'vitest';
import { appFileOf } from './app-pages.ts';

test.each([
  ['app://kitchen-pass/failure.html', ['failure.html'], 'text/html; charset=utf-8'],
  ['app://kitchen-pass/failure.html?x=1#y', ['failure.html'], 'text/html; charset=utf-8'],
  ['app://kitchen-pass/assets/failure-D_x2.js', ['assets', 'failure-D_x2.js'], 'text/javascript; charset=utf-8'],
  ['app://kitchen-pass/assets/-a-_b.css', ['assets', '-a-_b.css'], 'text/css; charset=utf-8'],
  ['app://kitchen-pass/assets/font-normal.B1.woff2', ['assets', 'font-normal.B1.woff2'], 'font/woff2'],
])('[APP1] %s is a file of the failure page', (address, path, contentType) => {
  expect(appFileOf(address)).toEqual({ path, contentType });
});

test.each([
  'app://kitchen-pass/',
  'app://kitchen-pass/index.html',
  'app://kitchen-pass/assets/',
  'app://kitchen-pass/assets/other.html',
  'app://kitchen-pass/assets/map.js.map',
  'app://kitchen-pass/assets/../failure.html',
  'app://kitchen-pass/assets/..%2f..%2fpackage.json',
  'app://kitchen-pass/../main/main.js',
  'app://kitchen-pass/%2e%2e/main/main.js',
  'app://kitchen-pass/..%5cmain%5cmain.js',
  'app://kitchen-pass/..\\main\\main.js',
  'app://kitchen-pass/assets/..js',
  'app://kitchen-pass/assets/a/b.js',
  'app://kitchen-pass//etc/passwd.js',
  'app://kitchen-pass//failure.html',
  'app://kitchen-pass/C:/x.js',
  'app://kitchen-pass/file:///etc/x.js',
  'app://kitchen-pass/failure.html%00.js',
  'app://kitchen-pass/assets/a\n.js',
  'app://kitchen-pass.evil/failure.html',
  'app://other/failure.html',
  'app://kitchen-pass:80/failure.html',
  'http://kitchen-pass/failure.html',
  '',
])('[APP1] %j is nothing', (address) => {
  expect(appFileOf(address)).toBeUndefined();
});
