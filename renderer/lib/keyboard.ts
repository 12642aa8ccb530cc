import { useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';

const typingRoles = [
  'textbox',
  'searchbox',
  'combobox',
  'spinbutton',
  'slider',
  'listbox',
  'menu',
  'option',
  'menuitem',
];
const harmlessInputs = ['checkbox', 'radio', 'button', 'submit'];

/** Whether a bare letter pressed here would mean the letter, not a shortcut. */
const meansTheLetter = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[contenteditable="true"]') !== null) return true;
  if (target instanceof HTMLInputElement) return !harmlessInputs.includes(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  // A list says so itself when letters mean nothing in it: whoever forgets is safe, and a letter finds an option.
  if ('noTypeAhead' in target.dataset) return false;
  return typingRoles.includes(target.getAttribute('role') ?? '');
};

/** Whether something above the page wants an answer first. */
export const isDialogOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

const isBare = (keys: string): boolean => !/\$mod|Control|Alt|Meta/.test(keys);

export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Keys for the whole window while the calling component is shown, in tinykeys' notation ("n", "$mod+f", "Shift+?").
 * Those without Ctrl, Alt or Cmd stay silent while the person types or a dialog is open. With `evenInFields` they come
 * before any field, some of which keep every key to themselves.
 */
export const useShortcuts = (shortcuts: Shortcuts, { evenInFields = false } = {}): void => {
  const run = useEffectEvent((keys: string, event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    if (isBare(keys) && (isDialogOpen() || meansTheLetter(event.target))) return;
    event.preventDefault();
    shortcuts[keys]?.(event);
  });
  const names = Object.keys(shortcuts).join(' ');
  useEffect(() => {
    const bindings = names.split(' ').map((keys) => [keys, (event: KeyboardEvent) => run(keys, event)] as const);
    return tinykeys(window, Object.fromEntries(bindings), { capture: evenInFields });
  }, [names, evenInFields]);
};
