import { playwright } from './runners.mjs';
import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';
import { buildApp } from './tool.mjs';

await runAsScript(async () => {
  await setUp({ needs: 'bench' });
  const built = await buildApp();
  return built === 0 ? playwright('bench', process.argv.slice(2)) : built;
});
