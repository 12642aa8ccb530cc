import type { ElectronApplication } from '@playwright/test';

/**
 * Makes the workers that the app starts from now on leave their answers unchecked, as in the released app: outside of it
 * every answer is parsed against the contract, which for a large one takes longer than making it.
 */
export const answerAsReleased = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const threads = process.getBuiltinModule('node:worker_threads');
    const { Worker } = threads;
    threads.Worker = class extends Worker {
      constructor(...[file, options]: ConstructorParameters<typeof Worker>) {
        super(file, { ...options, workerData: { ...options?.workerData, checkOutput: false } });
      }
    };
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  });
