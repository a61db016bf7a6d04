/** What can be said of a printer; apart from what the server checks, which no page is to carry. */

/** Width of the paper in millimetres ([PRT1]). */
export const printerPapers = [58, 80] as const;
export type PrinterPaper = (typeof printerPapers)[number];

/** Which letters its fonts have: Latin, Greek capitals and Cyrillic by code pages, or simplified Chinese beside Latin. */
export const printerLetters = ['latin', 'chinese'] as const;
export type PrinterLetters = (typeof printerLetters)[number];

/** In which its slips are written; Arabic is in the font of no printer that we can speak to ([PRT3]). */
export const printerLanguages = ['en', 'es', 'fr', 'de', 'zh'] as const;
export type PrinterLanguage = (typeof printerLanguages)[number];

/** Why a printer does not print, for a page to say in plain words. */
export const printerTroubles = [
  'refused',
  'silent',
  'unknown-name',
  'foreign',
  'no-way',
  'cut-off',
  'paper-out',
  'cover-open',
  'off-line',
  'not-taken',
] as const;
export type PrinterTrouble = (typeof printerTroubles)[number];

/** What printers listen on that take raw data; others belong to programs that a slip is not to be sent to ([PRT2]). */
export const printerPorts = { first: 9100, last: 9199 } as const;
