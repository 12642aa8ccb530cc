import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Everything that is pure JavaScript goes into the bundles; the packaged app carries only what must stay a file of its own.
const nativeModules = ['electron', '@signalapp/sqlcipher', 'libsodium-wrappers-sumo', 'libsodium-sumo'];

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
    plugins: [react()],
    build: {
      outDir: 'out/app/renderer',
      rollupOptions: { input: 'renderer/index.html' },
      // The Content-Security-Policy allows no data: address, so nothing may be inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  },
});
