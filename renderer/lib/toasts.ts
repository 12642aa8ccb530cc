import { announce } from './announce';

export type Toast = {
  readonly id: number;
  readonly text: string;
  /** What it is about: a newer one about the same takes its place. Its words, where nothing is said. */
  readonly about?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

const replace = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};

const aboutOf = ({ about, text }: Omit<Toast, 'id'>): string => about ?? text;

/** Shows a short message, with at most one way to act on it ("Undo"); it goes by itself or when dismissed. */
export const showToast = (toast: Omit<Toast, 'id'>): void => {
  const others = toasts.filter((other) => aboutOf(other) !== aboutOf(toast));
  replace([...others.slice(-2), { ...toast, id: nextId++ }]);
  announce(toast.text);
};

export const dismissToast = (id: number): void => replace(toasts.filter((toast) => toast.id !== id));

/** For the toast region. */
export const toastStore = {
  read: (): readonly Toast[] => toasts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
