import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Input, Method, Output } from '#core/contract';
import type { Result } from '#core/result';
import { electronPath } from '../../build/setup/runtime.mjs';

/** What is started: the repository, which holds the built app. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));
const hold = fileURLToPath(new URL('./hold-until-driven.cjs', import.meta.url));

/** As root, as in containers, Chromium has no sandbox; anywhere else it keeps it. */
export const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** How the app is started. */
export type LaunchOptions = {
  /** The app's own folder; a fresh one when not given. */
  readonly userData?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What to start in place of Electron itself, with Electron's arguments: a tracer, for instance. */
  readonly executable?: string;
};

/** The running app and its window. */
export type RunningApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Content-Security-Policy violations and script errors seen so far; a test expects none. */
  readonly problems: readonly string[];
};

/** A fresh folder for one test's app. */
export const freshFolder = (name = 'user'): string => mkdtempSync(join(tmpdir(), `ebb-e2e-${name}-`));

/** Removes what a test made. */
export const discard = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A small program in `folder` that runs Electron after, or under, other commands of the shell. */
export const electronUnder = (folder: string, commands: string): string => {
  const file = join(folder, 'electron-under');
  writeFileSync(file, `#!/bin/sh\n${commands} '${electronPath()}' "$@"\n`);
  chmodSync(file, 0o755);
  return file;
};

const watch = (page: Page): string[] => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
};

/** Starts the built app in the real Electron and waits for its window. */
export const launch = async (options: LaunchOptions = {}): Promise<RunningApp> => {
  const userData = options.userData ?? freshFolder();
  const app = await _electron.launch({
    executablePath: options.executable ?? electronPath(),
    args: ['-r', hold, ...sandboxFlags, `--user-data-dir=${userData}`, repository, ...(options.args ?? [])],
    env: {
      ...(process.env as Record<string, string>),
      EBB_ALLOW_NO_SANDBOX: '1',
      LANG: 'en_GB.UTF-8',
      TZ: 'Europe/Berlin',
      ...options.env,
    },
  });
  const page = await app.firstWindow();
  return { app, page, userData, problems: watch(page) };
};

/** Calls the app's own interface from its own page, as the renderer does. */
export const callFrom = <M extends Method>(page: Page, method: M, input: Input<M>): Promise<Result<Output<M>>> =>
  page.evaluate(([name, value]) => window.ebb.call(name as string, value) as Promise<Result<Output<M>>>, [
    method,
    input,
  ] as const);
