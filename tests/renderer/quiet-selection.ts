import { afterEach, beforeEach, vi } from 'vitest';

/** For tests that put the focus on a part of a date: happy-dom answers its selection with an event, and so without end. */
export const quietSelection = (): void => {
  beforeEach(() => {
    vi.spyOn(Selection.prototype, 'collapse').mockReturnValue(undefined);
  });
  afterEach(() => vi.restoreAllMocks());
};
