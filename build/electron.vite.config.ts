import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// Everything that is pure JavaScript goes into the bundles; the packaged app carries only what must stay a file of its own.
const nativeModules = ['electron', '@signalapp/sqlcipher', 'libsodium-wrappers-sumo', 'libsodium-sumo'];

/** Has the page fetch everything the first screen consists of at once, instead of one file after the other naming the next. */
const fetchFirstScreenAtOnce: Plugin = {
  name: 'fetch-first-screen-at-once',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const files = new Set<string>();
      const add = (file: string): void => {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk' || files.has(file)) return;
        files.add(file);
        chunk.imports.forEach(add);
      };
      Object.values(bundle).forEach((chunk) => {
        if (chunk.type === 'chunk' && chunk.name === 'start') add(chunk.fileName);
      });
      return [...files].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      }));
    },
  },
};

export default defineConfig({
  main: {
    build: {
      outDir: 'out/app/main',
      externalizeDeps: false,
      rollupOptions: {
        external: nativeModules,
        input: {
          main: 'electron/main/main.ts',
          worker: 'electron/worker/worker.ts',
          'key-derivation-thread': 'electron/worker/vault/key-derivation-thread.ts',
          'export-thread': 'electron/worker/exports/export-thread.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/app/preload',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { preload: 'electron/preload/preload.ts' },
        // A sandboxed preload is loaded as CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), fetchFirstScreenAtOnce],
    build: {
      outDir: 'out/app/renderer',
      rollupOptions: { input: 'renderer/index.html' },
      // The Content-Security-Policy allows no data: address, so nothing may be inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Less to read and to keep in memory; the source is there for everyone to build from.
      minify: true,
    },
  },
});
