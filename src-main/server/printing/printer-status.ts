import type { PrinterTrouble } from '#shared/protocol/printer-words.ts';

/**
 * What ESC/POS printers say of themselves: asked by DLE EOT, which is answered at once whatever is being printed, and by
 * GS r, which is answered when everything before it is done.
 */

const questions = [1, 2, 4] as const;
/** Printer, what keeps it off-line, and paper. */
export const askStatus = Buffer.from(questions.flatMap((n) => [0x10, 0x04, n]));
export const answersExpected = questions.length;

const isAnswer = (byte: number) => (byte & 0x93) === 0x12;

export const statusAnswers = (bytes: readonly number[]): readonly number[] => bytes.filter(isAnswer);

/** Why it cannot print, by its answers in the order of the questions; null when it can. */
export function troubleIn([printer = 0, cause = 0, paper = 0]: readonly number[]): PrinterTrouble | null {
  if ((paper & 0x60) !== 0 || (cause & 0x20) !== 0) return 'paper-out';
  if ((cause & 0x04) !== 0) return 'cover-open';
  if ((printer & 0x08) !== 0 || (cause & 0x40) !== 0) return 'off-line';
  return null;
}

/** The answer to GS r 1, which ends each slip: what it says of the paper; `undefined` while it has not come. */
export function doneIn(bytes: readonly number[]): PrinterTrouble | null | undefined {
  const answer = bytes.find((byte) => (byte & 0x90) === 0);
  if (answer === undefined) return undefined;
  return (answer & 0x0c) === 0 ? null : 'paper-out';
}
