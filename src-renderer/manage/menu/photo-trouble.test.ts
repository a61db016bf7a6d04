import { expect, test } from 'vitest';
import { troubleOfFile, troubleUnread } from './photo-trouble.ts';

const file = (name: string, type = '', size = 100) => ({ name, type, size });

test.each([
  [undefined, file('dish.jpg', 'image/jpeg', 30_000_000)],
  [undefined, file('photo', '')],
  ['empty', file('dish.jpg', 'image/jpeg', 0)],
  ['tooLarge', file('poster.png', 'image/png', 30_000_001)],
  ['drawing', file('logo.svg', 'image/svg+xml')],
  ['drawing', file('LOGO.SVG')],
  ['noPicture', file('menu.pdf', 'application/pdf')],
  ['noPicture', file('menu.csv', 'text/csv')],
])('[PHO6] before it is read, %s is what is wrong with %o', (trouble, given) => {
  expect(troubleOfFile(given)).toBe(trouble);
});

test.each([
  ['heic', file('IMG_1.HEIC')],
  ['heic', file('IMG_1', 'image/heif')],
  ['unreadable', file('dish.jpg', 'image/jpeg')],
  ['unreadable', file('dish.JPEG')],
  ['noPicture', file('dish.docx')],
])('[PHO6] when the browser makes nothing of it, %s is what is wrong with %o', (trouble, given) => {
  expect(troubleUnread(given)).toBe(trouble);
});
