// Loaded into Electron before the app (-r): keeps it from becoming ready until the driver is attached to everything. A
// window that opens while Chromium is being attached to can wait for the driver for ever.
const { app } = require('electron');

const ready = app.whenReady();
const held = new Promise((resolve) => {
  // Called by Playwright once it is attached (its own loader for Electron, which also changes Chromium's switches, does it too).
  globalThis.__playwright_run = () => resolve(ready);
});
app.whenReady = () => held;
