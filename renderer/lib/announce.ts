type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Has a screen reader say something that is otherwise only seen, such as "Saved". */
export const announce = (text: string): void => {
  for (const listener of listeners) listener(text);
};

/** For the live region itself. */
export const onAnnouncement = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
