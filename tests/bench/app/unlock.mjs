import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves once an expression is true in the page.
 * @param {import('electron').WebContents} contents
 * @param {string} expression
 */
async function until(contents, expression) {
  while (!(await contents.executeJavaScript(expression))) await sleep(50);
}

/**
 * Types a passphrase into the lock screen, as a person would, and resolves when Today is there.
 * @param {import('electron').WebContents} contents
 * @param {string} passphrase
 */
export async function unlock(contents, passphrase) {
  await until(contents, `document.activeElement instanceof HTMLInputElement`);
  await contents.insertText(passphrase);
  for (const type of /** @type {const} */ (['keyDown', 'char', 'keyUp'])) {
    contents.sendInputEvent({ type, keyCode: 'Enter' });
  }
  await until(contents, `location.hash === '#/today' && document.querySelector('nav') !== null`);
}
