import { expect, test } from 'vitest';
import { isFileOf, isServers } from './closed-contents.ts';

const server = 'http://127.0.0.1:4480';

test.each(['http://127.0.0.1:4480/', 'http://127.0.0.1:4480/floor?x'])('[WIN1] a page may go to %s', (address) =>
  expect(isServers(address, server)).toBe(true),
);

test.each([
  'http://127.0.0.1:4481/',
  'http://127.0.0.1.evil.example/',
  'http://127.0.0.1:4480@evil.example/',
  'https://127.0.0.1:4480/',
  'http://localhost:4480/',
  'app://kitchen-pass/failure.html',
  'app://other/failure.html',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:alert(1)',
  'about:blank',
  'not an address',
])('[WIN1] a page may not go to %s', (address) => expect(isServers(address, server)).toBe(false));

test('[WIN1] before the server runs a page may go nowhere', () => {
  expect(isServers('http://127.0.0.1:4480/', undefined)).toBe(false);
});

test.each([
  ['http://127.0.0.1:4480/api/v1/products/export?format=csv', true],
  ['blob:http://127.0.0.1:4480/0b5b0a4e-9a0c-4f9e-8d5c-1f1f0f7a9a11', true],
  ['blob:https://evil.example/0b5b0a4e', false],
  ['blob:null/0b5b0a4e', false],
  ['https://evil.example/menu.csv', false],
  ['data:text/csv,x', false],
  ['file:///etc/passwd', false],
])('[WIN1] a file from %s is taken: %s', (address, isTaken) => expect(isFileOf(address, server)).toBe(isTaken));
