import { useEffect } from 'react';

export type PageTurns = { readonly next: () => void; readonly previous: () => void };

/**
 * The board on a keyboard: digits select, Enter and Space bump, arrows move, Page keys turn ([KEY1]). What is
 * selected is what has the focus, so that keyboard, bump bar and screen reader agree.
 */
export function useBoardKeys({ next, previous }: PageTurns, onUsed: () => void): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
      // What lies under a dialog cannot be seen well enough to be bumped.
      if (document.querySelector('dialog[open]')) return;
      if (!press(event, { next, previous })) return;
      event.preventDefault();
      onUsed();
    };
    addEventListener('keydown', handle);
    return () => removeEventListener('keydown', handle);
  }, [next, previous, onUsed]);
}

/** Whether the key was ours. */
function press(event: KeyboardEvent, turns: PageTurns): boolean {
  const { key } = event;
  if (key === 'Enter' || key === ' ') return bump(event);
  if (/^[0-9]$/.test(key)) return select(key === '0' ? 9 : Number(key) - 1);
  if (key === 'ArrowRight' || key === 'ArrowLeft') return step(key === 'ArrowRight' ? 1 : -1);
  if (key === 'ArrowDown' || key === 'ArrowUp') return stepInside(key === 'ArrowDown' ? 1 : -1);
  if (key === 'PageDown') turns.next();
  else if (key === 'PageUp') turns.previous();
  else return false;
  return true;
}

/** A focused button acts by itself; with nothing selected the first ticket is meant. A key held down bumps once. */
function bump(event: KeyboardEvent): boolean {
  if (event.repeat) return true;
  if (document.activeElement instanceof HTMLButtonElement) return false;
  bumpButton(0)?.focus();
  bumpButton(0)?.click();
  return true;
}

const visibleTickets = () => [...document.querySelectorAll<HTMLElement>('[data-ticket]:not([aria-hidden="true"])')];
const bumpButton = (index: number) => visibleTickets()[index]?.querySelector<HTMLElement>('[data-bump]');

/** Also used when the ticket that had the focus has gone: the one that takes its place is next. */
export function select(index: number): boolean {
  bumpButton(index)?.focus();
  return true;
}

export const selectedIndex = (): number =>
  visibleTickets().findIndex((ticket) => ticket.contains(document.activeElement));

function step(by: number): boolean {
  const count = visibleTickets().length;
  const at = selectedIndex();
  const wanted = at < 0 ? 0 : Math.min(count - 1, Math.max(0, at + (isRightToLeft() ? -by : by)));
  return select(wanted);
}

const isRightToLeft = () => document.documentElement.dir === 'rtl';

/** Down from the last line is the bump button, and up from it the last line. */
function stepInside(by: number): boolean {
  const ticket = visibleTickets()[selectedIndex()];
  if (!ticket) return select(0);
  const buttons = [...ticket.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus();
  return true;
}
