import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the worker's thread files as bundled for this run. */
    readonly threads: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const threadSources = (): string[] =>
  readdirSync(join(root, 'electron/worker'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-thread.ts') || file === 'worker.ts')
    .map((file) => join(root, 'electron/worker', file));

/** Node starts a thread from JavaScript only: bundles the worker and every `*-thread.ts` of it once a run; vitest calls what is returned at its end. */
export const setup = async (project: TestProject): Promise<() => void> => {
  // A folder of this run's own: several runs may be going on at once.
  const outDir = join(root, 'out/test-threads', String(process.pid));
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(threadSources().map((file) => [basename(file, '.ts'), file])),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  project.provide('threads', outDir);
  return () => rmSync(outDir, { recursive: true, force: true });
};
