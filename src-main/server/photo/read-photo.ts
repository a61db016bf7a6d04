import { createHash } from 'node:crypto';
import { jpegSize, pngSize, type Size, webpSize } from './picture-size.ts';
import type { Photo } from './ports.ts';

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

/** In bytes: thirty tablets fetch the whole menu of them by Wi-Fi. */
export const photoBytes = 200 * 1024;
/** On a tile it is small; a picture that is small as a file may fill a tablet's memory when it is drawn. */
const widest = 1600;

/** What is wrong with it, in words for whoever sent it. */
export type NoPhoto = { readonly fault: string };

/** Goes by the bytes alone: what the sender calls them is nobody's proof ([PHO3]). */
export function readPhoto(bytes: Buffer): Photo | NoPhoto {
  if (bytes.length === 0) return { fault: 'is empty' };
  const found = kinds.find(({ begins }) => begins(bytes));
  if (!found) return { fault: 'is no JPEG, PNG or WebP picture' };
  const size = found.size(bytes);
  if (!size) return { fault: 'is cut off or damaged' };
  if (Math.min(size.width, size.height) < 1) return { fault: 'shows nothing' };
  if (Math.max(size.width, size.height) > widest) return { fault: `is more than ${widest} pixels wide or high` };
  return { hash: createHash('sha256').update(bytes).digest('hex'), type: found.type, bytes };
}

type Kind = {
  readonly type: PhotoType;
  begins(bytes: Buffer): boolean;
  /** Undefined unless all of the file is there. */
  size(bytes: Buffer): Size | undefined;
};

const kinds: readonly Kind[] = [
  {
    type: 'image/jpeg',
    begins: (bytes) => bytes.readUIntBE(0, Math.min(3, bytes.length)) === 0xffd8ff,
    size: jpegSize,
  },
  {
    type: 'image/png',
    begins: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
    size: pngSize,
  },
  {
    type: 'image/webp',
    begins: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
    size: webpSize,
  },
];
