import { useEffect, useEffectEvent, useState } from 'react';
import type { Result } from '#core/result';
import type { UnsavedCall } from '#core/unsaved-call';
import { type Autosave, createAutosave } from './autosave';
import { tellFailure } from './tell-failure';
import { useUnsavedWork } from './unsaved-work';

type Options = {
  /** Writes what stands in the field now. */
  readonly save: () => Promise<Result<unknown>>;
  /** What still has to be sent where that cannot be done. */
  readonly toSend: () => readonly UnsavedCall[];
};

/** For a field without a button: what is typed is stored at most once a second, on leaving, and before the journal locks. */
export const useAutosave = ({ save, toSend }: Options): Autosave => {
  const onSave = useEffectEvent(save);
  const [autosave] = useState(() => {
    let hasFailed = false;
    return createAutosave({
      save: () => onSave(),
      onState: (state) => {
        // Tried again and again; told once.
        if (state.kind === 'failed' && !hasFailed) tellFailure(state.code);
        hasFailed = state.kind === 'failed' || (hasFailed && state.kind !== 'saved');
      },
    });
  });
  useUnsavedWork(async () => ((await autosave.flush()) ? [] : toSend()));
  useEffect(() => () => void autosave.flush(), [autosave]);
  return autosave;
};
