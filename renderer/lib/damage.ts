import { onDamage } from './client';
import { createStore } from './store';

/** Whether the open journal has turned out to be damaged. A lock puts a fresh page, which knows nothing of it, in place of this one. */
export const damageSeen = createStore(false);

onDamage(() => damageSeen.write(true));
