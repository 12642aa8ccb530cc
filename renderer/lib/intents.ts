import { useEffect, useEffectEvent } from 'react';

/** Something a shortcut or a button elsewhere asks of a page that may not be there yet. */
export type Intent = 'new-entry' | 'check-in' | 'search' | 'own-numbers' | 'backups' | 'security' | 'passphrase';

const handlers = new Map<Intent, () => void>();
let pending: Intent | null = null;

/** Hands the wish to the page that answers it: at once, or as soon as it is shown. */
export const requestIntent = (intent: Intent): void => {
  const handler = handlers.get(intent);
  pending = handler === undefined ? intent : null;
  handler?.();
};

/** Answers a wish while the calling component is shown. */
export const useIntent = (intent: Intent, handle: () => void): void => {
  const onIntent = useEffectEvent(handle);
  useEffect(() => {
    const handler = (): void => onIntent();
    handlers.set(intent, handler);
    if (pending === intent) {
      pending = null;
      handler();
    }
    return () => {
      if (handlers.get(intent) === handler) handlers.delete(intent);
    };
  }, [intent]);
};
