import type { App } from 'electron';

/** Starts Chromium without anything that could speak to a network or leave traces on the disk. Must run before Electron is ready. */
export const quietChromium = ({ commandLine }: Pick<App, 'commandLine'>): void => {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'disable-http-cache',
    'disable-breakpad',
    'disable-crash-reporter',
    'no-pings',
    'no-proxy-server',
  ]) {
    commandLine.appendSwitch(name);
  }
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch(
    'disable-features',
    'AutofillServerCommunication,MediaRouter,OptimizationHints,SpareRendererForSitePerProcess',
  );
};

const debugging = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags'];

/**
 * Why a packaged app must not run as it was started, or null. Debugging switches would open the journal to any program;
 * without the sandbox it may run only where someone said so (containers running as root).
 */
export const refusal = (
  { commandLine, isPackaged }: Pick<App, 'commandLine' | 'isPackaged'>,
  env: Readonly<Record<string, string | undefined>>,
): string | null => {
  if (!isPackaged) return null;
  const asked = debugging.find((name) => commandLine.hasSwitch(name));
  if (asked !== undefined) return `Ebb does not start with --${asked}.`;
  if (commandLine.hasSwitch('no-sandbox') && env.EBB_ALLOW_NO_SANDBOX !== '1') {
    return 'Ebb does not start with --no-sandbox unless EBB_ALLOW_NO_SANDBOX=1 is set.';
  }
  return null;
};
