/** Why a file cannot be the photo of a dish; the words say what to do instead ([PHO6]). */
export type PhotoTrouble = 'empty' | 'tooLarge' | 'drawing' | 'heic' | 'noPicture' | 'unreadable';

/** More than any phone's camera makes; a scan of a poster may be larger. */
const mostBytes = 30_000_000;

type Named = Pick<File, 'name' | 'type' | 'size'>;

/** What can be known before it is read. Phones and drops often say no type. */
export function troubleOfFile({ name, type, size }: Named): PhotoTrouble | undefined {
  if (size === 0) return 'empty';
  if (/svg/i.test(type) || /\.svgz?$/i.test(name)) return 'drawing';
  if (type !== '' && !type.startsWith('image/')) return 'noPicture';
  return size > mostBytes ? 'tooLarge' : undefined;
}

/** What the browser could make nothing of. Only some of them read what an iPhone writes. */
export function troubleUnread({ name, type }: Named): PhotoTrouble {
  if (/hei[cf]/i.test(type) || /\.(heic|heif|hif)$/i.test(name)) return 'heic';
  return type.startsWith('image/') || /\.(jpe?g|png|webp|gif|avif|bmp)$/i.test(name) ? 'unreadable' : 'noPicture';
}
