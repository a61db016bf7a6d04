import { expect, test, vi } from 'vitest';
import { languageCodes } from './language.ts';
import type { Text } from './text.ts';
import { createTranslator } from './translator.ts';

const textsIn = (language: (typeof languageCodes)[number]): Text => createTranslator(language).speech().t;
const bare = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '');

test('[LNG1] texts are filled in, in the form that the count asks for', () => {
  const counts = (t: Text) => [0, 1, 2, 3, 11, 100].map((count) => bare(t('board.openTickets', { count })));
  expect(counts(textsIn('en'))).toEqual(expect.arrayContaining(['0 open tickets', '1 open ticket', '2 open tickets']));
  expect(counts(textsIn('zh'))[1]).toBe('1 张未完成');
  expect(counts(textsIn('ar'))).toEqual([
    'لا طلبات مفتوحة',
    'طلب واحد مفتوح',
    'طلبان مفتوحان',
    '3 طلبات مفتوحة',
    '11 طلبًا مفتوحًا',
    '100 طلب مفتوح',
  ]);
});

test.each(languageCodes)('[LNG1] what guests are called is neither markup nor a text of ours in %s', (language) => {
  const name = '<b>& $t(ticket.bump) {{count}} {{name}}';
  expect(textsIn(language)('delivery.leftByOther', { count: 3, name })).toContain(name);
});

test('[LNG2] another language is spoken at once, and whoever draws is told', () => {
  const translator = createTranslator('en');
  const before = translator.speech();
  const drawn = vi.fn();
  const end = translator.subscribe(drawn);
  expect(translator.speech()).toBe(before);
  translator.speak('de');
  expect(drawn).toHaveBeenCalledOnce();
  expect(translator.speech()).toMatchObject({ language: 'de' });
  expect(translator.speech().t('ticket.bump')).toBe('Abhaken');
  end();
  translator.speak('fr');
  expect(drawn).toHaveBeenCalledOnce();
});

test('[LNG2] two screens speak two languages', () => {
  const [german, arabic] = [createTranslator('de'), createTranslator('ar')];
  expect(german.speech().t('ticket.done')).toBe('Erledigt');
  expect(arabic.speech().t('ticket.done')).toBe('تمّ');
});

test('[LNG3] what is filled in keeps its direction: always from right to left, and Arabic names elsewhere', () => {
  expect(textsIn('ar')('ticket.name', { ticket: 'A42' })).toBe('الطلب \u2068A42\u2069');
  expect(textsIn('en')('ticket.name', { ticket: 'A42' })).toBe('Ticket A42');
  expect(textsIn('en')('ticket.name', { ticket: 'سارة' })).toBe('Ticket \u2068سارة\u2069');
});

test('[LNG1] a wrong key or a forgotten value does not compile', () => {
  const t = textsIn('en');
  // @ts-expect-error no such text
  t('ticket.bumb');
  // @ts-expect-error the form is chosen by the count
  t('board.openTickets_one');
  // @ts-expect-error the count is missing
  t('board.openTickets');
  // @ts-expect-error the ticket is missing
  t('ticket.name');
  // @ts-expect-error there is nothing to fill in
  t('ticket.bump', { ticket: 'A1' });
  // @ts-expect-error one of two
  t('delivery.lineOnTicket', { line: 'Soup' });
});
