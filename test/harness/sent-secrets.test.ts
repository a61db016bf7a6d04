import { expect, test } from 'vitest';
import { rememberSecret, rememberSecretsIn, searchLog } from './sent-secrets.ts';

test('[LOG1] whatever was sent is found in a log, however deep it lay and however it is written there', () => {
  const url = 'http://one';
  const sent = { items: [{ notes: 'no "nuts"' }], customer_name: 'Zuleika', quantity: 3 };
  for (const log of ['{"msg":"no \\"nuts\\""}', 'a note: no "nuts"', 'Zuleika']) {
    rememberSecretsIn(url, sent);
    expect(() => searchLog(url, log)).toThrow('[LOG1]');
  }
});

test('[LOG1] each server is searched for what was sent to it, once', () => {
  rememberSecret('http://one', 'the token');
  searchLog('http://two', 'the token');
  searchLog('http://one', 'nothing of it');
  searchLog('http://one', 'the token');
});
