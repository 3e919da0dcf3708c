import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';
import { iconOf } from './icons.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const server = 'http://127.0.0.1:4000';

/** Files that a browser asks for by itself, beside those a build names after their content. */
const beside = ['./', 'manifest.webmanifest', 'icon.svg', 'icon-192.png'];

/**
 * What makes the app installable: its icons, and a service worker that holds every file of this very build. The worker is
 * built after the rest, in one file of its own, because it must know their names.
 */
const installable = (): Plugin => ({
  name: 'installable',
  apply: 'build',
  generateBundle() {
    for (const size of [192, 512]) this.emitFile({ type: 'asset', fileName: `icon-${size}.png`, source: iconOf(size) });
  },
  async writeBundle({ dir }, bundle) {
    const files = [...beside, ...Object.keys(bundle).filter((name) => name.startsWith('assets/'))];
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      define: { PRECACHED: JSON.stringify(files) },
      build: {
        ...{ outDir: dir ?? '', emptyOutDir: false, target: 'es2022' },
        lib: { entry: here('worker.ts'), formats: ['iife'], name: 'worker', fileName: () => 'worker.js' },
      },
    });
  },
});

/** The phone app: built once into dist/field, which the server serves at `/terrain/`. */
export default defineConfig({
  root: here('.'),
  base: '/terrain/',
  cacheDir: here('../../node_modules/.cache/vite-field'),
  plugins: [react(), installable()],
  server: { port: 5174, proxy: { '/admin/graphql': server, '/api': server } },
  build: {
    ...{ outDir: here('../../dist/field'), emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  },
});
