import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { fingerprintOf, removeStamp, writeStamp } from './src-main/launch/sources.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `out/` says which sources it was built from, whoever built it; so a start knows whether it must build again. */
const stamp = { fingerprint: '' };
const stampFirst: Plugin = {
  name: 'stamp-first',
  apply: 'build',
  buildStart: () => {
    removeStamp(at('.'));
    stamp.fingerprint = fingerprintOf(at('.'));
  },
};
const stampLast: Plugin = {
  name: 'stamp-last',
  apply: 'build',
  writeBundle: () => writeStamp(at('.'), stamp.fingerprint),
};

/** They are served at `/o/…` and `/t/…`, where addresses beside the page would lead nowhere; `<base>` is shut by their policy. */
const fromTheRoot: Plugin = {
  name: 'from-the-root',
  enforce: 'post',
  generateBundle: (_options, bundle) => {
    for (const name of ['guest.html', 'table.html']) {
      const page = bundle[name];
      if (page?.type === 'asset') page.source = String(page.source).replaceAll('="./assets/', '="/assets/');
    }
  },
};

/** Node 20 is what the oldest supported Electron carries; the build must not be newer than it. */
const target = 'node20';

/**
 * All but SQLite, which has an addon: a start that looks for four hundred files takes half as long again, and Node 20
 * before 20.19 cannot load all of them.
 */
const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { dependencies: object };
const builtIn = Object.keys(dependencies).filter((name) => name !== 'better-sqlite3');

export default defineConfig({
  main: {
    plugins: [stampFirst],
    build: {
      target,
      sourcemap: true,
      externalizeDeps: { exclude: builtIn },
      rollupOptions: {
        input: {
          main: at('src-main/main.ts'),
          serve: at('src-main/serve.ts'),
          reader: at('src-main/server/store/reader-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target,
      rollupOptions: {
        input: { bridge: at('src-main/preload/bridge.ts') },
        // A sandboxed preload is loaded by Electron as CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react(), tailwindcss(), fromTheRoot, stampLast],
    build: {
      // The same pages go to tablets, whose browsers are older than our own window's.
      target: 'es2022',
      minify: true,
      cssMinify: true,
      rollupOptions: {
        input: {
          board: at('src-renderer/index.html'),
          floor: at('src-renderer/floor.html'),
          manage: at('src-renderer/manage.html'),
          ready: at('src-renderer/ready.html'),
          pair: at('src-renderer/pair.html'),
          guest: at('src-renderer/guest.html'),
          table: at('src-renderer/table.html'),
          account: at('src-renderer/account.html'),
          docs: at('src-renderer/docs.html'),
          failure: at('src-renderer/failure.html'),
        },
      },
    },
  },
});
