import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const server = 'http://127.0.0.1:4000';

/** The back office's screens: built once into dist/admin, which the server serves at `/`. */
export default defineConfig({
  root: here('.'),
  base: '/',
  cacheDir: here('../node_modules/.cache/vite'),
  plugins: [react()],
  server: { proxy: { '/admin/graphql': server, '/api': server } },
  build: {
    outDir: here('../dist/admin'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // What rarely changes stays in the browser's cache when a screen does. Charts belong to no group: they come,
        // with what only they use, when a page first draws.
        codeSplitting: {
          groups: [
            { name: 'mui', test: /node_modules[\\/](@mui[\\/](?!x-)|@emotion|@popperjs)/, priority: 2 },
            { name: 'admin', test: /node_modules[\\/](ra-|react-admin|react-hook-form|@tanstack|lodash)/, priority: 2 },
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)/, priority: 1 },
          ],
        },
      },
    },
  },
});
