import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Objection } from '../link/answer.ts';
import type { Language } from '../messages/language.ts';
import { TextProvider } from '../messages/text-context.tsx';
import { createTranslator } from '../messages/translator.ts';
import { useRefusal } from './use-refusal.ts';

function Refused({ objection }: { readonly objection: Objection }) {
  return useRefusal()(objection);
}

const said = (language: Language, objection: Objection) =>
  renderToStaticMarkup(
    <TextProvider translator={createTranslator(language)}>
      <Refused objection={objection} />
    </TextProvider>,
  );

const known = { code: 'order_closed', title: 'The order is closed', detail: 'Order A42 was handed over at 12:40.' };
const newer = { code: 'from_the_future', title: 'Something new', detail: 'Only a newer server says this.' };

test('[LNG1] a refusal is told by its code; English screens give the server’s own sentence', () => {
  expect(said('en', known)).toBe(known.detail);
  expect(said('de', known)).toBe('Die Bestellung ist abgeschlossen');
});

test('[LNG1] a code that only a newer server knows is told as the server tells it', () => {
  expect(said('de', newer)).toBe(newer.detail);
  expect(said('de', { ...newer, code: 'toString' })).toBe(newer.detail);
});
