import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jpegOf, pngOf, webp } from '../../../test/harness/pictures.ts';
import { readPhoto } from './read-photo.ts';

const typeOf = (bytes: Buffer) => {
  const read = readPhoto(bytes);
  return 'fault' in read ? read.fault : read.type;
};

/** As a camera keeps a small picture in the head of the large one. */
const camera = (() => {
  const inner = Buffer.concat([Buffer.from('Exif\0\0'), jpegOf(9, 9)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(inner.length + 2, 2);
  return Buffer.concat([head, inner]);
})();

const good: readonly (readonly [string, Buffer])[] = [
  ['image/png', pngOf(3, 2)],
  ['image/jpeg', jpegOf(1600, 1)],
  ['image/jpeg', jpegOf(40, 30, camera)],
  ['image/webp', webp],
];

test.each(good)('[PHO3] %s is known by its bytes, and no part of it is taken for the whole', (type, bytes) => {
  expect(typeOf(bytes)).toBe(type);
  for (let length = 0; length < bytes.length; length++)
    expect([length, typeOf(bytes.subarray(0, length)).startsWith('image/')]).toEqual([length, false]);
});

test('[PHO3] what a tablet could not hold, and what shows nothing, is refused', () => {
  expect(typeOf(pngOf(1601, 1))).toBe('is more than 1600 pixels wide or high');
  expect(typeOf(jpegOf(1, 1601))).toBe('is more than 1600 pixels wide or high');
  expect(typeOf(jpegOf(0, 5))).toBe('shows nothing');
});

test.each([
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a GIF', 'GIF89a\x01\0\x01\0'],
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['sound in the same box as WebP', 'RIFF\x24\0\0\0WAVEfmt '],
])('[PHO3] %s is no photo', (_what, text) => {
  expect(typeOf(Buffer.from(text, 'latin1'))).toBe('is no JPEG, PNG or WebP picture');
});

test('[PHO3] bytes of any kind are read or refused, and nothing else comes of them', () => {
  const heads = good.map(([, bytes]) => bytes.subarray(0, 12));
  const bytes = fc.tuple(fc.constantFrom(Buffer.alloc(0), ...heads), fc.uint8Array({ maxLength: 80 }));
  fc.assert(fc.property(bytes, ([head, rest]) => typeof typeOf(Buffer.concat([head, rest])) === 'string'));
});
