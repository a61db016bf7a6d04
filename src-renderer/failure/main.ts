import './failure.css';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { StartState, StartTrouble } from '#shared/ipc/start-state.ts';
import { firstLanguage } from '../messages/language.ts';
import { showLanguage } from '../messages/screen-language.ts';
import { createTranslator } from '../messages/translator.ts';
import { type Choice, choiceLabel, failureWords } from './words.ts';

declare global {
  interface Window {
    /** Put here by the preload script, on pages of the program itself only. */
    readonly kitchenPass?: Bridge;
  }
}

const screen = document.querySelector('#screen');
const bridge = window.kitchenPass;
/** What was chosen on the board is the board's: this page is another one to the browser, and asks what it speaks. */
const { t } = createTranslator(showLanguage(firstLanguage(navigator.languages))).speech();
if (screen && bridge) {
  const show = (state: StartState) => {
    if (state.phase === 'failed') showFailure(screen, bridge, state.failure);
    else screen.replaceChildren(element('p', 'starting', t('failure.starting')));
  };
  bridge.onStartState(show);
  bridge.startState().then(show);
}

function showFailure(screen: Element, bridge: Bridge, trouble: StartTrouble): void {
  const { title, detail, advice, choices, notes } = failureWords(trouble, t);
  const buttons = choices.map((choice) => button(choice, bridge, trouble));
  const card = element('section', 'failure');
  card.setAttribute('role', 'alert');
  card.append(
    element('p', 'product', t('app.name')),
    element('h1', 'title', title),
    inEnglish(element('p', 'paragraph', detail)),
    element('p', 'paragraph', advice),
    row(buttons),
    ...notes.map((text) => element('p', 'note', text)),
  );
  screen.replaceChildren(card);
  buttons[0]?.focus();
}

function button(choice: Choice, bridge: Bridge, trouble: StartTrouble): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'choice';
  made.textContent = choiceLabel(choice, trouble, t);
  made.addEventListener('click', () => act(choice, bridge, trouble));
  return made;
}

function act(choice: Choice, bridge: Bridge, { freePort }: StartTrouble): void {
  if (choice === 'try-again') bridge.tryAgain();
  if (choice === 'take-port' && freePort !== null) bridge.takePort(freePort);
  if (choice === 'choose-data-folder') bridge.chooseDataFolder();
  if (choice === 'show-data-folder') bridge.showDataFolder();
  if (choice === 'quit') bridge.quit();
}

/** With paths and names of programs in it, which must not be turned around ([LNG3]). */
function inEnglish(made: HTMLElement): HTMLElement {
  made.lang = 'en';
  made.dir = 'ltr';
  return made;
}

function row(buttons: readonly HTMLButtonElement[]): HTMLElement {
  const made = element('div', 'choices');
  made.append(...buttons);
  return made;
}

/** Text only, never markup: folders and programs have names that others chose. */
function element(tag: 'p' | 'h1' | 'div' | 'section', className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
