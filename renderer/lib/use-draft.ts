import { useEffect, useEffectEvent, useState } from 'react';
import type { Draft, DraftContent } from '#core/draft';
import { type OpenDraft, openDraft } from './open-draft';

type Options = {
  /** What stands in the form; null when that is what was opened. */
  readonly content: DraftContent | null;
  /** The draft that the form goes on from. */
  readonly resumed?: Draft | null;
  /** Resolves when no save of the form is under way. */
  readonly settled?: () => Promise<void>;
  /** For a form that loses nothing by being left: stores it then, and resolves with whether it could. */
  readonly saveOnLeaving?: () => Promise<boolean>;
  /** The same before the journal locks. */
  readonly saveOnLocking?: () => Promise<boolean>;
};

/**
 * Keeps what is typed in the calling form as a draft until it is saved (`store`) or given up (`drop`). A form that goes
 * away without either leaves its draft to be taken up again.
 */
export const useDraft = ({ content, resumed = null, settled, ...saving }: Options): OpenDraft => {
  const [draft] = useState(() => openDraft(resumed));
  const onSettled = useEffectEvent(async () => settled?.());
  const onLeaving = useEffectEvent(async () => (await saving.saveOnLeaving?.()) ?? false);
  const onLocking = useEffectEvent(async () => (await saving.saveOnLocking?.()) ?? false);
  useEffect(() => {
    draft.enter({
      settled: () => onSettled(),
      saveOnLeaving: () => onLeaving(),
      saveOnLocking: () => onLocking(),
    });
    return () => void draft.leave();
  }, [draft]);
  useEffect(() => draft.changed(content));
  return draft;
};
