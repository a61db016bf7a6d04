export type Size = { readonly width: number; readonly height: number };

/** How large a picture is when it is drawn, by walking its parts; undefined where one of them is missing. Draws nothing. */

/** Markers of JPEG that say the size: SOF0 to SOF15 without those that are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const startOfScan = 0xda;

export function jpegSize(bytes: Buffer): Size | undefined {
  let size: Size | undefined;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker) && at + 9 <= bytes.length)
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    // What follows is the picture itself, up to the mark of its end.
    if (marker === startOfScan) return bytes.indexOf('\xff\xd9', at, 'latin1') > 0 ? size : undefined;
  }
  return undefined;
}

const pngHead = 8;

export function pngSize(bytes: Buffer): Size | undefined {
  let size: Size | undefined;
  for (let at = pngHead; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (at === pngHead && name !== 'IHDR') return undefined;
    if (name === 'IHDR' && at + 20 <= bytes.length)
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (name === 'IEND') return size;
  }
  return undefined;
}

export function webpSize(bytes: Buffer): Size | undefined {
  // A file says its own length, all but the first eight bytes of it; the head of a picture is thirty.
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 > bytes.length) return undefined;
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (kind === 'VP8L') {
    const packed = bytes.readUInt32LE(21);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  return undefined;
}
