/**
 * What a text is filled with, beside the `count` of those that have plural forms. TypeScript cannot read `{{…}}` out
 * of a JSON file; a test compares this table with all of them ([LNG1]).
 */
export const blanks = {
  'board.more': ['hidden', 'oldest'],
  'board.range': ['from', 'to', 'total'],
  'board.turn': ['where', 'what'],
  'ticket.name': ['ticket'],
  'ticket.bumpNamed': ['ticket'],
  'line.seat': ['seat'],
  'line.course': ['course'],
  'link.seconds': ['seconds'],
  'link.lostFor': ['age'],
  'link.cause': ['title', 'advice'],
  'delivery.commandOn': ['command', 'line'],
  'delivery.ago': ['age'],
  'delivery.refusedBecause': ['reason'],
  'delivery.leftByOther': ['name'],
  'delivery.discardQuestion': ['name'],
  'delivery.ticketIsBack': ['ticket'],
  'delivery.notTaken': ['what'],
  'delivery.lineOnTicket': ['line', 'ticket'],
  'settings.switchTheme': ['theme'],
  'keys.pressFor': ['action'],
  'keys.does': ['action'],
  'keys.doesInstead': ['action', 'before'],
  'keys.addFor': ['action'],
  'keys.forget': ['key', 'action'],
  'keys.slot': ['slot'],
  'keys.waitsForDigit': ['tens'],
  'keys.transferTitle': ['ticket'],
  'keys.cap.numpad': ['key'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
