/** Digits reach ten; the prefix key, or keys of a bar of its own, reach the others. */
const mostSlots = 20;

/** Selects the ticket in a slot, or bumps it at once: see `KeyMap.slotsBump`. */
export type SlotAction = `slot-${number}`;

const slotActions: readonly SlotAction[] = Array.from(
  { length: mostSlots },
  (_, index): SlotAction => `slot-${index + 1}`,
);

export const slotOf = (action: BoardAction): number | undefined =>
  action.startsWith('slot-') ? Number(action.slice('slot-'.length)) : undefined;

const ticketActions = [
  'bump',
  'next',
  'previous',
  'ten-more',
  'zero',
  'undo',
  'recall-last',
  'start',
  'hold',
  'fire',
  'prioritise',
  'transfer',
] as const;
const lineActions = ['line-down', 'line-up', 'line-done'] as const;
const boardActions = [
  'recall-list',
  'held-list',
  'to-be-seen',
  'counts',
  'page-next',
  'page-previous',
  'page-first',
  'page-last',
  'page-round',
  'wipe-lock',
  'help',
  'learn',
  'back',
] as const;

export type NamedAction = (typeof ticketActions)[number] | (typeof lineActions)[number] | (typeof boardActions)[number];

/** What a key can do; each has its name in the message files ([KEY2]). */
export type BoardAction = SlotAction | NamedAction;

/** As help and the learn screen list them. */
export const actionGroups = {
  ticket: ticketActions,
  line: lineActions,
  board: boardActions,
  slot: slotActions,
} as const satisfies Readonly<Record<string, readonly BoardAction[]>>;

export type ActionGroup = keyof typeof actionGroups;

const known: ReadonlySet<string> = new Set<string>(Object.values(actionGroups).flat());

export const isBoardAction = (name: unknown): name is BoardAction => typeof name === 'string' && known.has(name);
