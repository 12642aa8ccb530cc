import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { HtmlTagDescriptor, IndexHtmlTransformContext, Plugin } from 'vite';

// Everything that is pure JavaScript goes into the bundles; the packaged app carries only what must stay a file of its own.
const nativeModules = ['electron', '@signalapp/sqlcipher', 'libsodium-wrappers-sumo', 'libsodium-sumo'];

/** The faces that the lock screen is set in. */
const firstFaces = /(?:inter-latin-wght-normal|literata-latin-wght-normal)-[\w-]+\.woff2$/;

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>;

/** The files of a chunk and of all it imports: scripts and the styles that belong to them. */
const filesOf = (bundle: Bundle, file: string, known = new Set<string>()): Set<string> => {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || known.has(file)) return known;
  known.add(file);
  for (const imported of chunk.imports) filesOf(bundle, imported, known);
  for (const style of chunk.viteMetadata?.importedCss ?? []) known.add(style);
  return known;
};

const linkTo = (file: string): HtmlTagDescriptor => {
  const href = `./${file}`;
  const attrs = file.endsWith('.css')
    ? { rel: 'stylesheet', href, crossorigin: true }
    : file.endsWith('.woff2')
      ? { rel: 'preload', as: 'font', type: 'font/woff2', href, crossorigin: true }
      : { rel: 'modulepreload', href, crossorigin: true };
  return { tag: 'link', attrs, injectTo: 'head' };
};

/** Has the page fetch everything the first screen consists of at once, instead of one file after the other naming the next. */
const fetchFirstScreenAtOnce: Plugin = {
  name: 'fetch-first-screen-at-once',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const names = Object.keys(bundle);
      const start = names.find((name) => bundle[name]?.type === 'chunk' && bundle[name].name === 'start');
      const files = start === undefined ? [] : [...filesOf(bundle, start)];
      const wanted = [...files, ...names.filter((name) => firstFaces.test(name))];
      return wanted.filter((file) => !html.includes(file)).map(linkTo);
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
          'snapshot-thread': 'electron/worker/snapshots/snapshot-thread.ts',
          'pages-thread': 'electron/worker/snapshots/pages-thread.ts',
          'salvage-thread': 'electron/worker/salvage/salvage-thread.ts',
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
