/**
 * Reads ESC/POS as a printer does, by the commands' own lengths: what is text and what is command is decided here anew,
 * so that a text that broke out would be seen as what it then is.
 */

const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Length of what follows the two bytes of a command; those that receiptline uses and their neighbours. */
const lengths: Readonly<Record<string, number>> = {
  '\x1b@': 0,
  '\x1bM': 1,
  '\x1b ': 1,
  '\x1b2': 0,
  '\x1b3': 1,
  '\x1b{': 1,
  '\x1b-': 1,
  '\x1bE': 1,
  '\x1ba': 1,
  '\x1bt': 1,
  '\x1bR': 1,
  '\x1b$': 2,
  '\x1b\\': 2,
  '\x1da': 1,
  '\x1d!': 1,
  '\x1dB': 1,
  '\x1dL': 2,
  '\x1dW': 2,
  '\x1dV': 2,
  '\x1dr': 1,
  '\x1cS': 2,
  '\x1cC': 1,
  '\x1c.': 0,
  '\x1c&': 0,
  '\x1c-': 1,
};

type Reading = { page: number; isChinese: boolean; isRule: boolean; line: string; slip: string[] };

export function decodeSlips(bytes: Buffer): readonly string[] {
  const slips: string[] = [];
  const reading: Reading = { page: 0, isChinese: false, isRule: false, line: '', slip: [] };
  for (let at = 0; at < bytes.length; ) at = step(bytes, at, reading, slips);
  const rest = [...reading.slip, reading.line].join('\n').trim();
  return rest === '' ? slips : [...slips, `${rest}\n[not cut]`];
}

function step(bytes: Buffer, at: number, reading: Reading, slips: string[]): number {
  const byte = bytes[at] ?? 0;
  if (byte === 0x0a) {
    reading.slip.push(reading.line);
    reading.line = '';
    return at + 1;
  }
  if (byte === 0x1b || byte === 0x1c || byte === 0x1d) return command(bytes, at, reading, slips);
  if (byte < 0x20 || byte === 0x7f) throw new Error(`a control character ${byte} at ${at}`);
  if (reading.isChinese && byte >= 0x80) {
    reading.line += new TextDecoder('gb18030').decode(bytes.subarray(at, at + 2));
    return at + 2;
  }
  reading.line += byte < 0x80 ? String.fromCharCode(byte) : letterOf(byte, reading);
  return at + 1;
}

function letterOf(byte: number, { page }: Reading): string {
  if (page === 0) return cp437[byte - 0x80] ?? '\ufffd';
  if (page === 1) return byte === 0x95 ? '-' : '\ufffd';
  if (page === 0x10) return new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
  if (page === 0x11) return new TextDecoder('ibm866').decode(Uint8Array.of(byte));
  return `<${page}:${byte}>`;
}

function command(bytes: Buffer, at: number, reading: Reading, slips: string[]): number {
  const name = bytes.subarray(at, at + 2).toString('latin1');
  if (name === '\x1c(') return at + 5 + (bytes[at + 3] ?? 0) + 256 * (bytes[at + 4] ?? 0);
  const length = lengths[name];
  if (length === undefined) throw new Error(`no such command: ${JSON.stringify(name)} at ${at}`);
  const value = bytes[at + 2] ?? 0;
  if (name === '\x1bt') {
    reading.page = value;
    reading.isChinese = false;
  }
  if (name === '\x1c&') reading.isChinese = true;
  if (name === '\x1c.') reading.isChinese = false;
  if (name === '\x1b@') Object.assign(reading, { page: 0, isChinese: false });
  if (name === '\x1dV') {
    slips.push(reading.slip.join('\n'));
    reading.slip = [];
    reading.line = '';
  }
  return at + 2 + length;
}
