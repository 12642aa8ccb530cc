import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

/** Linux takes each size as it is; macOS and Windows have theirs made from the largest. */
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const folder = path.resolve(app.getAppPath(), '..');
const svg = readFileSync(path.join(folder, 'icon.svg'), 'base64');

// Not awaited here: Electron is not ready before this module is done.
app.whenReady().then(drawAll);

async function drawAll() {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('about:blank');
  for (const size of sizes) {
    const png = await window.webContents.executeJavaScript(`(${drawPng})('data:image/svg+xml;base64,${svg}', ${size})`);
    writeFileSync(path.join(folder, `${size}x${size}.png`), Buffer.from(png, 'base64'));
  }
  app.quit();
}

/**
 * Runs in the window.
 * @param {string} address
 * @param {number} size
 */
async function drawPng(address, size) {
  const image = new Image(size, size);
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  canvas.getContext('2d')?.drawImage(image, 0, 0, size, size);
  return canvas.toDataURL('image/png').split(',')[1];
}
