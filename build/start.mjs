import { withDisplay } from './setup/display.mjs';
import { root } from './setup/paths.mjs';
import { say } from './setup/problem.mjs';
import { run } from './setup/run.mjs';
import { electronPath } from './setup/runtime.mjs';
import { sandboxOptions } from './setup/sandbox.mjs';
import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';
import { buildApp } from './tool.mjs';

await runAsScript(async () => {
  await setUp({ needs: 'start' });
  say('Building Ebb …');
  const built = await buildApp();
  if (built !== 0) return built;
  return withDisplay(openApp);
});

function openApp() {
  say('Opening Ebb. Close its window, or press Ctrl+C here, to end it.');
  const { flags, env } = sandboxOptions();
  return run(electronPath(), [...flags, root, ...process.argv.slice(2)], { env });
}
