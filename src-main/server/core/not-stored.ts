import { AppError } from '#shared/errors/app-error.ts';

/**
 * A disk that takes nothing, in words that a person at the kitchen's computer can act on; `undefined` for any other
 * error, which is a bug. SQLite names its trouble in `code`.
 */
export function notStored(error: unknown): AppError | undefined {
  const code = codeOf(error);
  if (/^SQLITE_FULL|^ENOSPC/.test(code)) return told('The kitchen computer is out of disk space. Nothing was stored.');
  if (/^SQLITE_READONLY|^EROFS/.test(code))
    return told('The kitchen computer cannot write its data. Nothing was stored.');
  if (/^SQLITE_(IOERR|BUSY|CORRUPT)|^EIO/.test(code)) {
    return told('The kitchen computer could not write to its disk. Nothing was stored; try again.');
  }
  return undefined;
}

const told = (words: string) => new AppError('not_stored', words);

/** `TransactionLost` carries what SQLite said as its cause. */
function codeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause ? error.cause : error;
  return inner instanceof Error && 'code' in inner ? String(inner.code) : '';
}
