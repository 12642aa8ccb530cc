import { useEffect, useEffectEvent } from 'react';
import type { ContentOf, Draft, DraftForm } from '#core/draft';
import { draftsInForms } from './open-draft';
import { useCallQuery } from './query-client';
import { useStore } from './store';

/** A draft of one form. */
export type DraftOf<F extends DraftForm> = Omit<Draft, 'content'> & { readonly content: ContentOf<F> };

const handlers = new Map<DraftForm, (draft: Draft) => void>();
let pending: Draft | null = null;

/** Drafts that stand in no form, the one typed in last first. */
export const useWaitingDrafts = (): readonly Draft[] => {
  const { data: drafts = [] } = useCallQuery('drafts.list', {});
  const inForms = useStore(draftsInForms);
  return drafts.filter(({ id }) => !inForms.has(id));
};

/** Hands a draft to the page that has its form: at once, or as soon as that is shown. */
export const takeUpDraft = (draft: Draft): void => {
  const handler = handlers.get(draft.content.form);
  pending = handler === undefined ? draft : null;
  handler?.(draft);
};

/** Opens the form of a draft that is taken up, while the calling component is shown. */
export const useTakenUp = <F extends DraftForm>(form: F, open: (draft: DraftOf<F>) => void): void => {
  const onTakenUp = useEffectEvent(open);
  useEffect(() => {
    const handler = (draft: Draft): void => onTakenUp(draft as DraftOf<F>);
    handlers.set(form, handler);
    if (pending?.content.form === form) {
      const draft = pending;
      pending = null;
      handler(draft);
    }
    return () => {
      if (handlers.get(form) === handler) handlers.delete(form);
    };
  }, [form]);
};
