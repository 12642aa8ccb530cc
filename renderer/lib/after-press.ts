let isHeld = false;

const hold = (): void => {
  isHeld = true;
};
const letGo = (): void => {
  isHeld = false;
};

for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, letGo, true);
window.addEventListener('pointerdown', hold, true);

/**
 * Runs `work` at once, or, while a pointer is held down, when the press is over: what moves the page under a pointer takes
 * the button away that is being pressed.
 */
export const afterPress = (work: () => void): void => {
  // The click comes after the pointer was let go.
  if (isHeld) window.addEventListener('pointerup', () => setTimeout(work), { capture: true, once: true });
  else work();
};
