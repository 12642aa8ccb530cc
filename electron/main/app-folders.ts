import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';

/**
 * Gives the app its own folder; with `--sample` a throw-away one that is gone when the app ends, so that the sample
 * journal can be looked at beside a real one. Returns whether it is the sample.
 */
export const takeFolders = (app: App): boolean => {
  const sample = app.commandLine.hasSwitch('sample');
  if (sample) {
    const folder = mkdtempSync(join(tmpdir(), 'ebb-sample-app-'));
    app.setPath('userData', folder);
    app.on('quit', () => rmSync(folder, { recursive: true, force: true }));
  }
  // What Chromium itself insists on writing lies apart from what is ours.
  app.setPath('sessionData', join(app.getPath('userData'), 'chromium'));
  app.setPath('crashDumps', join(app.getPath('sessionData'), 'crashes'));
  return sample;
};
