import { expect, test } from 'vitest';
import {
  forgetSecrets,
  inheritSecrets,
  rememberSecret,
  rememberSecretsIn,
  rememberSecretsInText,
  searchLog,
} from './sent-secrets.ts';

test('[LOG1] whatever was sent is found in a log, however deep it lay and however it is written there', () => {
  const url = 'http://one';
  const sent = { items: [{ notes: 'no "nuts"' }], customer_name: 'Zuleika', quantity: 3 };
  for (const log of ['{"msg":"no \\"nuts\\""}', 'a note: no "nuts"', 'Zuleika']) {
    rememberSecretsIn(url, sent);
    expect(() => searchLog(url, log)).toThrow('[LOG1]');
  }
  forgetSecrets(url);
});

test('[LOG1] names are looked for where they are people’s or devices’, and not where they are dishes’', () => {
  const url = 'http://one';
  rememberSecretsIn(url, { name: 'Onion soup' }, '/products');
  searchLog(url, 'Onion soup');
  rememberSecretsIn(url, { items: [{ display_name: 'Quentin' }] }, '/users');
  rememberSecretsInText(url, '{"name":"Terrace 7"}', '/api/v1/pair/claim');
  for (const log of ['by Quentin', 'Terrace 7']) expect(() => searchLog(url, log)).toThrow('[LOG1]');
  forgetSecrets(url);
});

test('[LOG1] each server is searched for what was sent to it, or to the one before it on the same data', () => {
  rememberSecret('http://one', 'the token');
  searchLog('http://two', 'the token');
  searchLog('http://one', 'nothing of it');
  inheritSecrets('http://one', 'http://two');
  expect(() => searchLog('http://two', 'the token')).toThrow('[LOG1]');
  forgetSecrets('http://two');
  searchLog('http://two', 'the token');
  forgetSecrets('http://one');
});

test('[LOG1] what is no JSON, or short, is nothing to look for', () => {
  rememberSecretsInText('http://one', 'not JSON');
  rememberSecretsIn('http://one', { pin: '4711' });
  searchLog('http://one', 'not JSON on port 4711');
});
