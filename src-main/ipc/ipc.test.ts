import { expect, test } from 'vitest';
import { requestArguments, sendArguments } from './arguments.ts';
import { isOurPage } from './sender.ts';

test.each([{ port: 4481 }, { port: 1 }, { port: 65_535 }])('[IPC1] the port %j is taken', (argument) => {
  expect(sendArguments['take-port'].safeParse(argument).success).toBe(true);
});

test.each([
  undefined,
  null,
  4481,
  '4481',
  [4481],
  {},
  { port: '4481' },
  { port: 0 },
  { port: 65_536 },
  { port: -1 },
  { port: 80.5 },
  { port: Number.NaN },
  { port: 4481, host: '0.0.0.0' },
])('[IPC1] %j is no port', (argument) => {
  expect(sendArguments['take-port'].safeParse(argument).success).toBe(false);
});

test('[IPC1] channels without an argument take none', () => {
  const { 'take-port': _, ...empty } = { ...sendArguments, ...requestArguments };
  for (const schema of Object.values(empty)) {
    expect(schema.safeParse(undefined).success).toBe(true);
    expect(schema.safeParse({}).success).toBe(false);
    expect(schema.safeParse('quit').success).toBe(false);
  }
});

const mainFrame = { origin: 'app://kitchen-pass' };

test('[IPC2] the main frame of our own page is heard', () => {
  expect(isOurPage({ senderFrame: mainFrame, sender: { mainFrame } })).toBe(true);
});

test('[IPC2] a frame inside our page, or one that is gone, is not heard', () => {
  expect(isOurPage({ senderFrame: { ...mainFrame }, sender: { mainFrame } })).toBe(false);
  expect(isOurPage({ senderFrame: null, sender: { mainFrame } })).toBe(false);
});

test.each([
  'http://127.0.0.1:4480',
  'https://kitchen-pass',
  'app://kitchen-pass.evil',
  'app://other',
  'null',
  'file://',
  '',
])('[IPC2] a page of %j is not heard', (origin) => {
  const frame = { origin };
  expect(isOurPage({ senderFrame: frame, sender: { mainFrame: frame } })).toBe(false);
});
