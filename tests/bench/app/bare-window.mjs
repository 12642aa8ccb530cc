import { app, BrowserWindow } from 'electron';

// The least that is still an app: one window of Ebb's size with a heading in it, shown when it has something to show.
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 820, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(new URL('bare.html', import.meta.url).pathname);
});
