import { expect, test } from 'vitest';
import { isOurs } from './closed-contents.ts';

const server = 'http://127.0.0.1:4480';

test.each(['http://127.0.0.1:4480/', 'http://127.0.0.1:4480/floor?x', 'app://kitchen-pass/failure.html'])(
  '[WIN1] a page may go to %s',
  (address) => expect(isOurs(address, server)).toBe(true),
);

test.each([
  'http://127.0.0.1:4481/',
  'http://127.0.0.1.evil.example/',
  'http://127.0.0.1:4480@evil.example/',
  'https://127.0.0.1:4480/',
  'http://localhost:4480/',
  'app://other/failure.html',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:alert(1)',
  'about:blank',
  'not an address',
])('[WIN1] a page may not go to %s', (address) => expect(isOurs(address, server)).toBe(false));

test('[WIN1] before the server runs only our own pages are open', () => {
  expect(isOurs('http://127.0.0.1:4480/', undefined)).toBe(false);
});
