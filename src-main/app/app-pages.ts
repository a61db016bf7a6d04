/** Types that our own pages are made of; anything else is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
};

export type AppFile = { readonly path: readonly string[]; readonly contentType: string };

/**
 * Which file of `out/renderer` an `app://kitchen-pass/…` address means: the failure page and its assets, by a list of
 * what is allowed, because a list of what is not would always miss one way to write `..`.
 */
export function appFileOf(address: string): AppFile | undefined {
  const parts =
    /^app:\/\/kitchen-pass\/(?:(assets)\/)?([A-Za-z0-9_-][\w-]*(?:\.[\w-]+)*)\.([a-z0-9]+)(?:[?#].*)?$/.exec(address);
  const [, folder, name, extension = ''] = parts ?? [];
  const contentType = contentTypes[extension];
  if (name === undefined || contentType === undefined) return undefined;
  const file = `${name}.${extension}`;
  if (folder) return extension === 'html' ? undefined : { path: [folder, file], contentType };
  return file === 'failure.html' ? { path: [file], contentType } : undefined;
}
