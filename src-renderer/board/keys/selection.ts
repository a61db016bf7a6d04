import { hasFingerFocus } from './finger-focus.ts';

/**
 * What is selected is what has the focus, so that keyboard, bump bar, finger and screen reader agree ([KEY1]). The
 * page itself knows where that is: these read and move it.
 */
const visibleTickets = () => [...document.querySelectorAll<HTMLElement>('[data-ticket]:not([aria-hidden="true"])')];
const bumpButton = (ticket: HTMLElement | undefined) => ticket?.querySelector<HTMLElement>('[data-bump]');
const ticketWithFocus = () => visibleTickets().find((ticket) => ticket.contains(document.activeElement));

/** Also used when the ticket that had the focus has gone: the one that takes its place is next. */
export function select(index: number): void {
  bumpButton(visibleTickets()[index])?.focus();
}

export const selectedIndex = (): number =>
  visibleTickets().findIndex((ticket) => ticket.contains(document.activeElement));

/** Whether it is still there to be selected. */
export function selectTicket(id: string | undefined): boolean {
  const ticket = visibleTickets().find(({ dataset }) => dataset.ticket === id);
  bumpButton(ticket)?.focus();
  return ticket !== undefined;
}

/** The ticket that has that number on the screen; whether there is one. */
export function selectSlot(slot: number): boolean {
  const ticket = visibleTickets().find(({ dataset }) => dataset.slot === String(slot));
  bumpButton(ticket)?.focus();
  return ticket !== undefined;
}

/** What had it is gone, or out of sight: a ticket that was pushed off the page may be drawn there still ([GRD7]). */
export function isFocusLost(): boolean {
  const focused = document.activeElement;
  return focused === document.body || Boolean(focused?.closest('[data-ticket][aria-hidden="true"]'));
}

export const focusedTicket = (): string | undefined => ticketWithFocus()?.dataset.ticket;

/** Its id; with nothing selected the first ticket is meant, and is selected from then on. */
export function selectedTicket(): string | undefined {
  if (!ticketWithFocus()) select(0);
  return focusedTicket();
}

/**
 * `by` tickets on; stays at the ends. Before the first ticket are the ways of the row of all tickets, or of the header;
 * behind the last the counts, where they stand beside the board.
 */
export function selectNext(by: 1 | -1): void {
  const before = ways();
  const places = [...before, ...visibleTickets().map(bumpButton), countWithFocus() ?? counts()[0]].filter(isThere);
  const at = places.findIndex(hasFocus);
  const wanted = at < 0 ? Math.min(before.length, places.length - 1) : at + by;
  places[Math.min(places.length - 1, Math.max(0, wanted))]?.focus();
}

const ways = () => [...document.querySelectorAll<HTMLElement>('[data-way]')];
const wayWithFocus = () => ways().find((way) => way === document.activeElement);

const isThere = (place: HTMLElement | null | undefined): place is HTMLElement => Boolean(place);

/** A ticket has it also when one of its lines does. */
const hasFocus = (place: HTMLElement) => (place.closest('[data-ticket]') ?? place).contains(document.activeElement);

/** Down from the last line are the ticket's own buttons, and up from them the last line. */
export function selectInside(by: 1 | -1): void {
  const ticket = ticketWithFocus();
  if (ticket) moveAmong([...ticket.querySelectorAll<HTMLElement>('button')], by);
  else if (countWithFocus()) moveAmong(counts(), by);
  else if (wayWithFocus()) moveAmong(ways(), by);
  else select(0);
}

const counts = () => [...document.querySelectorAll<HTMLElement>('[data-all-day] > :not(header) :is(button, input)')];
const countWithFocus = () => counts().find((count) => count === document.activeElement);

/** Up and down lead out of the box of the counts, as out of one in a sheet ([KEY7]); whether there is one. */
export function leaveBox(by: 1 | -1): boolean {
  const isThere = countWithFocus() !== undefined;
  if (isThere) moveAmong(counts(), by);
  return isThere;
}

/** Whether it stands there to be pressed. */
export const pressWay = (selector: string): boolean => press(document.querySelector<HTMLElement>(selector));

/** The selected one of these lines, else the first that is drawn, as a finger would. */
export function pressLine(lineIds: readonly string[]): void {
  const lines = [...(ticketWithFocus()?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const byId = new Map(lines.map((line) => [line.dataset.line ?? '', line]));
  const found = lineIds.flatMap((id) => byId.get(id) ?? []);
  press(found.find((line) => line === document.activeElement) ?? found[0]);
}

/**
 * As a finger would, so that whatever the button asks first is asked; with nothing selected the first ticket's. What a
 * finger has tapped before is not pressed again: of its ticket the bump is meant.
 */
export function pressSelected(): boolean {
  const focused = document.activeElement;
  const isMeant = focused instanceof HTMLButtonElement && !hasFingerFocus();
  if (isMeant && (ticketWithFocus() || countWithFocus() || wayWithFocus())) return press(focused);
  if (!ticketWithFocus()) select(0);
  return press(bumpButton(ticketWithFocus()));
}

function press(button: HTMLElement | null | undefined): boolean {
  button?.click();
  return Boolean(button);
}

/** The sheet in front, if any. */
export function openSheet(): HTMLDialogElement | undefined {
  const all = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')];
  return all.find((sheet) => sheet.contains(document.activeElement)) ?? all.at(-1);
}

/** From one thing to press or to fill in to another. */
export function selectInSheet(sheet: HTMLElement, by: 1 | -1): void {
  const all = [
    ...sheet.querySelectorAll<HTMLElement>('button:not(:disabled), input, select, textarea, [tabindex="0"]'),
  ];
  moveAmong(
    all.filter((one) => one.offsetParent !== null),
    by,
  );
}

function moveAmong(all: readonly HTMLElement[], by: 1 | -1): void {
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
}

export const isRightToLeft = (): boolean => document.documentElement.dir === 'rtl';
