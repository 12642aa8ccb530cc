import { useEffect, useEffectEvent } from 'react';

/** Something a shortcut or a button elsewhere asks of a page that may not be there yet. */
export type Intent =
  | 'new-entry'
  | 'check-in'
  | 'search'
  | 'link'
  | 'own-numbers'
  | 'backups'
  | 'security'
  | 'passphrase';

/** Takes up a wish; some come with words, such as what to write about. */
type Handler = (words?: string) => void;

const handlers = new Map<Intent, Handler>();
let pending: { readonly intent: Intent; readonly words: string | undefined } | null = null;

/** Hands the wish to the page that answers it: at once, or as soon as it is shown. */
export const requestIntent = (intent: Intent, words?: string): void => {
  const handler = handlers.get(intent);
  pending = handler === undefined ? { intent, words } : null;
  handler?.(words);
};

/** Answers a wish while the calling component is shown. */
export const useIntent = (intent: Intent, handle: Handler): void => {
  const onIntent = useEffectEvent(handle);
  useEffect(() => {
    const handler: Handler = (words) => onIntent(words);
    handlers.set(intent, handler);
    if (pending?.intent === intent) {
      const { words } = pending;
      pending = null;
      handler(words);
    }
    return () => {
      if (handlers.get(intent) === handler) handlers.delete(intent);
    };
  }, [intent]);
};
