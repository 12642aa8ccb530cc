import './lib/without-eval';
import { call } from './lib/client';

// What the first screen depends on is asked for while its code is still being fetched.
const answers = Promise.all([call('device.get', {}), call('shell.about', {}), call('vault.status', {})]);

// Imported after zod has been told, not beside it: in the bundle, modules of one import graph may be evaluated in another order.
const { start } = await import('./start');
start(await answers);
