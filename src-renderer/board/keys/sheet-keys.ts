import type { BoardAction } from './board-action.ts';
import { selectInSheet } from './selection.ts';

/**
 * Under a sheet the board hears no key ([KEY1]); in it, the same keys move, press and close, so that a bar that has
 * neither Tab nor Escape is enough ([KEY7]). The key that opened it (`data-opened-by`) closes it. Where `data-keys="own"`
 * stands, the sheet reads its keys itself.
 */
export function pressInSheet(
  sheet: HTMLDialogElement,
  action: BoardAction,
  isHeld: boolean,
  event: KeyboardEvent,
): void {
  if (isOwn(sheet)) return;
  const deed = deeds[action] ?? (openedBy(sheet) === action ? close : undefined);
  const isPressedByBrowser = action === 'bump' && (event.key === 'Enter' || event.key === ' ');
  if (!deed || isForBox(event) || isPressedByBrowser) return;
  event.preventDefault();
  if (!isHeld) deed(sheet);
}

const isOwn = (sheet: HTMLElement) => sheet.dataset.keys === 'own' || sheet.querySelector('[data-keys="own"]') !== null;
const openedBy = (sheet: HTMLElement) => sheet.querySelector<HTMLElement>('[data-opened-by]')?.dataset.openedBy;

export const isForBox = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLInputElement && isCharacter(event);

const isCharacter = ({ key }: KeyboardEvent) => [...key].length === 1 || insideBox.has(key);
const insideBox: ReadonlySet<string> = new Set(['Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * By what Escape says to a sheet, which its owner hears at once. `close()` would tell it only in a later task, and the
 * key that opens the sheet again may come before that.
 */
const close = (sheet: HTMLDialogElement) => void sheet.dispatchEvent(new Event('cancel'));

/** A long list has less to press than to read. */
const scroll = (by: number) => (sheet: HTMLDialogElement) => {
  const list = sheet.querySelector('[data-scroll]');
  list?.scrollBy({ top: by * list.clientHeight });
};
const aPage = 0.8;
const allPages = 1000;

const deeds: Partial<Readonly<Record<BoardAction, (sheet: HTMLDialogElement) => void>>> = {
  next: (sheet) => selectInSheet(sheet, 1),
  previous: (sheet) => selectInSheet(sheet, -1),
  'line-down': (sheet) => selectInSheet(sheet, 1),
  'line-up': (sheet) => selectInSheet(sheet, -1),
  bump: () => document.activeElement instanceof HTMLElement && document.activeElement.click(),
  back: close,
  'page-next': scroll(aPage),
  'page-previous': scroll(-aPage),
  'page-first': scroll(-allPages),
  'page-last': scroll(allPages),
};
