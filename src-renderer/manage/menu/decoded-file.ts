/** A picture or a film, picked by mistake, is not read at all. */
export const largestFile = 2_000_000;

/**
 * The text of a file as spreadsheets of all kinds write it: UTF-8, UTF-16 with its mark, or what older programs on Windows
 * write, in which nothing is wrong but the accents ([MNE6]).
 */
export function decodedFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
