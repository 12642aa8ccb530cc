import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SetUpProblem } from './problem.mjs';

/**
 * The flags and environment root needs: Chromium refuses it its sandbox, and Ebb refuses to run without one unless
 * that is allowed by name. Nothing for anybody else.
 */
export function sandboxOptions() {
  if (process.getuid?.() !== 0) return { flags: [], env: process.env };
  return { flags: ['--no-sandbox'], env: { ...process.env, EBB_ALLOW_NO_SANDBOX: '1' } };
}

/**
 * Chromium builds its sandbox from user namespaces. Ubuntu and some others forbid these to programs they do not know;
 * then its helper has to belong to root, and a problem naming the one command is thrown.
 * @param {string} executable
 */
export function ensureSandbox(executable) {
  if (process.platform !== 'linux' || process.getuid?.() === 0 || !areNamespacesForbidden()) return;
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return;
  throw new SetUpProblem(
    'This system lets only programs it knows build a sandbox. Please run this once and start again:',
    `  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
  );
}

function areNamespacesForbidden() {
  return setting('apparmor_restrict_unprivileged_userns') === '1' || setting('unprivileged_userns_clone') === '0';
}

/** @param {string} name */
function setting(name) {
  try {
    return readFileSync(`/proc/sys/kernel/${name}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
