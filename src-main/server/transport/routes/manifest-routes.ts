import type { Door } from './door.ts';

/** Pages that somebody puts on their home screen, each with its own name, start and ground ([PAG2]). */
const pages = {
  floor: { name: 'Kitchen Pass: the floor', short_name: 'Floor', start_url: '/floor', ground: '#ffffff' },
  board: { name: 'Kitchen Pass: the board', short_name: 'Board', start_url: '/', ground: '#0e1013' },
} as const;

const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/assets/${file}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

const icons = [
  icon('icon-192', 192, 'any'),
  icon('icon-512', 512, 'any'),
  // Devices cut it to their own shape.
  icon('icon-masked-512', 512, 'maskable'),
];

/** What a device asks for to make a shortcut: open, as the pages are. */
export function manifestRoutes(app: Door): void {
  for (const [page, { ground, ...about }] of Object.entries(pages)) {
    const look = { display: 'standalone', theme_color: ground, background_color: ground };
    const manifest = JSON.stringify({ id: about.start_url, scope: '/', ...about, ...look, icons });
    app.get(`/${page}.webmanifest`, { config: { access: 'open' } }, (_request, reply) =>
      reply.type('application/manifest+json').send(manifest),
    );
  }
}
