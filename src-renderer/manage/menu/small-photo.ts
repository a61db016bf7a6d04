import { type PhotoTrouble, troubleOfFile, troubleUnread } from './photo-trouble.ts';

/** A picture as it will be sent, and as a page may show it. */
export type SmallPhoto = { readonly file: Blob; readonly shown: string };

/** Wide enough for a sheet on a sharp tablet. */
const widest = 800;
const mostBytes = 150_000;
/** Good first; what is full of detail takes the later ones, and at last becomes smaller. */
const tries = [0.85, 0.75, 0.6, 0.45]
  .flatMap((quality) => [{ quality, shrink: 1 }])
  .concat({ quality: 0.45, shrink: 0.6 });

/**
 * Draws the picture anew: small, upright, and without all that a camera writes beside it, such as where it was taken.
 * Fails with what is wrong, to be told beside the field ([PHO6]).
 */
export async function smallPhoto(file: File): Promise<SmallPhoto | PhotoTrouble> {
  const trouble = troubleOfFile(file);
  if (trouble) return trouble;
  const image = await createImageBitmap(file).catch(() => undefined);
  if (!image) return troubleUnread(file);
  try {
    for (const { quality, shrink } of tries) {
      const made = await drawn(image, Math.round(widest * shrink), quality);
      if (made && made.size <= mostBytes) return { file: made, shown: await asText(made) };
    }
    return 'unreadable';
  } finally {
    image.close();
  }
}

async function drawn(image: ImageBitmap, most: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, most / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  // What is clear would be black in a JPEG.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const webp = await encoded(canvas, 'image/webp', quality);
  // Some browsers write no WebP and give a PNG in its place.
  return webp?.type === 'image/webp' ? webp : encoded(canvas, 'image/jpeg', quality);
}

const encoded = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));

/** The page may show nothing that comes by another name than its own or `data:`. */
function asText(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
