import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { lineId, orderId, productId, restaurantId } from '#shared/domain/id.ts';
import { quietScreen, wordsOf } from '../../../test/harness/ticket-drawing.tsx';
import { Notices } from '../../board/notices.tsx';
import { TextProvider } from '../../messages/text-context.tsx';
import { createTranslator } from '../../messages/translator.ts';
import type { ScreenCommand } from '../../outbox/screen-command.ts';
import type { Notice } from '../../store/screen-state.ts';
import { ScreenContext } from '../screen-context.ts';
import { commandName } from './command-name.ts';
import { RefusedRow } from './delivery-rows.tsx';

const translator = createTranslator('en');
const main = { restaurantId: restaurantId('main') };
const line = { kind: 'line.set-status', ...main, orderId: orderId('1'), lineId: lineId('1.1'), station: null } as const;
const availability = (available: boolean) =>
  ({ kind: 'product.set-availability', ...main, productId: productId('soup'), available }) as const;

test.each<[ScreenCommand, string]>([
  [{ ...line, status: 'preparing' }, 'Start'],
  [{ ...line, status: 'ready' }, 'Ready'],
  [availability(false), '86'],
  [availability(true), 'Put back on the menu'],
])('[DLV1] what was tapped is called by what it says: %o', (command, name) => {
  expect(commandName(command, translator.speech().t)).toBe(name);
});

test('[OPT3] a dish that could not be taken off the menu is named, in the words on the board and in the list', () => {
  const screen = quietScreen(0);
  const objection = { code: 'not_allowed', title: 'No', detail: 'This account may not do that.' };
  const about = { orderId: null, ticket: '', line: 'Soup', isBack: false };
  const notice: Notice = { id: 'key', ...about, command: availability(false), madeAtMs: 0, objection };
  screen.client.store.setState({ notices: [notice] });
  const words = (page: React.ReactNode) =>
    wordsOf(
      renderToStaticMarkup(
        <TextProvider translator={translator}>
          <ScreenContext value={screen}>{page}</ScreenContext>
        </TextProvider>,
      ),
    );
  expect(words(<Notices showKeys={false} />)).toContain('86: Soup was not taken:');
  expect(words(<RefusedRow notice={notice} />).slice(0, 2)).toEqual(['Soup', '86 ·']);
});
