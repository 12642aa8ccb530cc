import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { isDialogOpen, useShortcuts } from '#lib/keyboard';
import { useStore } from '#lib/store';
import { writingOnly } from '#lib/writing-only';

/** Whether nothing but the words is shown, and the way there and back; the page has the focus after either. */
export const useAlone = (editor: Editor): readonly [alone: boolean, toggle: () => void] => {
  const alone = useStore(writingOnly);
  const toggle = (): void => {
    writingOnly.write(!alone);
    editor.view.focus();
  };
  useShortcuts({ '$mod+Shift+f': () => !isDialogOpen() && toggle() }, { evenInFields: true });
  useShortcuts({ Escape: () => alone && toggle() });
  return [alone, toggle];
};

/** Where there is nothing to write in, the ways to elsewhere must be in sight. */
export const useNotAlone = (isNothing: boolean): void => {
  useEffect(() => {
    if (isNothing) writingOnly.write(false);
  }, [isNothing]);
};
