import './lib/without-eval';

// Imported after it has run, not beside it: in the bundle, modules of one import graph may be evaluated in another order.
const { start } = await import('./start');
await start();
