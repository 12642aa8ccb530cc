import { type FileSign, onFileSign } from './client';
import { createStore } from './store';

/** Whether the open journal has turned out to be damaged. A lock puts a fresh page, which knows nothing of it, in place of this one. */
export const damageSeen = createStore(false);

/** Whether the file of the open journal was not in its place when something was to be written; it may be put back. */
export const fileMissing = createStore(false);

const take = (sign: FileSign): void => {
  if (sign === 'damaged') damageSeen.write(true);
  else fileMissing.write(sign === 'missing');
};

onFileSign(take);
