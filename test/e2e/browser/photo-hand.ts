import type { Page } from '@playwright/test';
import type { Api } from '../../harness/api.ts';
import { expect } from './board-fixture.ts';

/** What a camera writes into a picture beside what it saw. */
export const secretPlace = 'GPS 52.5200 N 13.4050 E';

/** A JPEG as a phone makes it: large, full of detail, and with where it was taken in its head. */
export async function cameraPhoto(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(async () => {
    const [width, height] = [1600, 1200];
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('nothing to draw with');
    const ground = pen.createRadialGradient(800, 600, 60, 800, 600, 800);
    for (const [at, colour] of Object.entries({ 0: '#f7c948', 0.5: '#d64545', 1: '#5a2a1a' }))
      ground.addColorStop(Number(at), colour);
    pen.fillStyle = ground;
    pen.fillRect(0, 0, width, height);
    // The same grain each time.
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let n = 0; n < 30_000; n++) {
      pen.fillStyle = `hsl(${next(360)} 60% 50% / 0.4)`;
      pen.fillRect(next(width), next(height), 2 + next(9), 2 + next(9));
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const bytes = Buffer.from(drawn);
  const told = Buffer.from(`Exif\0\0${secretPlace}`, 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, told.length + 2]);
  return Buffer.concat([bytes.subarray(0, 2), head, told, bytes.subarray(2)]);
}

/** A photo for each of these dishes, as a program gives one. */
export async function giveStillLife(page: Page, pos: Api, ids: readonly (string | undefined)[]): Promise<void> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(800, 600);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('nothing to draw with');
    for (const [colour, x, y, size] of [
      ['#3b2a20', 400, 300, 900],
      ['#f4efe6', 400, 310, 260],
      ['#d9d0c1', 400, 310, 200],
      ['#8a3b12', 360, 300, 110],
      ['#c9731d', 430, 330, 90],
      ['#4f7a28', 460, 250, 50],
    ] as const) {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.arc(x, y, size, 0, 7);
      pen.fill();
    }
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  for (const id of ids) {
    const answer = await fetch(`${pos.url}/api/v1/products/${id}/photo`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${pos.token}`, 'content-type': 'image/webp' },
      body: Uint8Array.from(bytes),
    });
    expect(answer.status).toBe(200);
  }
}
