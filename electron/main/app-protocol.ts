import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy';

/** Where the window's own pages live. */
export const appOrigin = 'app://ebb';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must run before Electron is ready. */
export const declareAppProtocol = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
};

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => posix.join('/', ...relative(folder, join(item.parentPath, item.name)).split(sep)));

const headersFor = (path: string): Record<string, string> => ({
  'content-type': types[extname(path)] ?? 'application/octet-stream',
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
});

/** Serves exactly the files that were in `folder` when the app started, to `app://ebb/` and nobody else. */
export const serveApp = (session: Session, folder: string): void => {
  const allowed = new Set(listFiles(folder));
  session.protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url);
    const path = pathname === '/' ? '/index.html' : decodeURIComponent(pathname);
    if (host !== 'ebb' || request.method !== 'GET' || !allowed.has(path)) return new Response(null, { status: 404 });
    return new Response(readFileSync(join(folder, path)), { headers: headersFor(path) });
  });
};
