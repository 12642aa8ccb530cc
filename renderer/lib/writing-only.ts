import { createStore } from './store';

/** Whether the person wants nothing around the words they write. Gone with the window, as any lock puts a fresh one in its place. */
export const writingOnly = createStore(false);
