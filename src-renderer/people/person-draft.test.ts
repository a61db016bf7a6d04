import { expect, test } from 'vitest';
import { draftOf, fieldsOf } from './person-draft.ts';

test('a PIN that is typed in Arabic figures is the one of the PIN pad', () => {
  const draft = { ...draftOf(null), displayName: ' Anna ', username: 'anna', pin: ' ٠٧٤٢ ' };
  expect(fieldsOf(draft, null)).toEqual({ username: 'anna', display_name: 'Anna', role: 'kitchen', pin: '0742' });
});
