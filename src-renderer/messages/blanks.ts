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
  'delivery.command.ready': ['line'],
  'delivery.ago': ['age'],
  'delivery.refusedBecause': ['reason'],
  'delivery.leftByOther': ['name'],
  'delivery.discardQuestion': ['name'],
  'delivery.ticketIsBack': ['ticket'],
  'delivery.notTaken': ['what'],
  'delivery.lineOnTicket': ['line', 'ticket'],
  'settings.signedInAs': ['name'],
  'failure.title.port_taken': ['port'],
  'failure.choice.take-port': ['port'],
  'failure.note.newPort': ['port'],
  'failure.note.portFixed': ['name'],
  'failure.note.folderFixed': ['name'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
