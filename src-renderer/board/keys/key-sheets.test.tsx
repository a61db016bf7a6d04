import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { quietScreen } from '../../../test/harness/ticket-drawing.tsx';
import { TextProvider } from '../../messages/text-context.tsx';
import { createTranslator } from '../../messages/translator.ts';
import { ScreenContext } from '../../screen/screen-context.ts';
import { type Hands, HandsContext } from './hands.ts';
import { HelpSheet } from './help-sheet.tsx';
import { keyPresets } from './key-presets.ts';
import { noPrefix } from './slot-prefix.ts';

const nothing = () => undefined;
const hands: Hands = {
  keyMap: keyPresets['number-pad'],
  changeKeys: nothing,
  sheet: 'help',
  toggle: nothing,
  closeSheet: nothing,
  transferOf: null,
  transfer: nothing,
  heldOf: null,
  showHeld: nothing,
  isCounting: false,
  toggleCounts: nothing,
  closeCounts: nothing,
  isLocked: false,
  lock: nothing,
  unlock: nothing,
  hint: null,
  say: nothing,
  prefix: noPrefix,
};

const draw = (language: 'en' | 'de') =>
  renderToStaticMarkup(
    <TextProvider translator={createTranslator(language)}>
      <ScreenContext value={quietScreen(0)}>
        <HandsContext value={hands}>
          <HelpSheet />
        </HandsContext>
      </ScreenContext>
    </TextProvider>,
  )
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, '|');

test('[KEY2] help lists what has a key, and nothing else', () => {
  const words = draw('en');
  expect(words).toMatch(/Recall the last ticket\|+Num −/);
  expect(words).toMatch(/Ticket 10\|+Num 0/);
  expect(words).not.toContain('Prioritise');
  expect(words).not.toContain('Ticket 11');
});

test('[KEY2] help speaks the screen’s language, also of keys', () => {
  expect(draw('de')).toMatch(/Abhaken\|+Ziffernblock Eingabe\|+Eingabe/);
});
