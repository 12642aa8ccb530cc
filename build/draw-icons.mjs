import { withDisplay } from './setup/display.mjs';
import { inRepository } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { electronPath } from './setup/runtime.mjs';
import { sandboxOptions } from './setup/sandbox.mjs';
import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';

// Makes the PNGs in build/icons from icon.svg; to be run by hand when the drawing changes.
await runAsScript(async () => {
  await setUp({ needs: 'start' });
  return withDisplay(() => {
    const { flags, env } = sandboxOptions();
    return run(electronPath(), [...flags, inRepository('build', 'icons', 'draw')], { env });
  });
});
