import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import type { PictureMediaType } from '#core/cleaned-picture';
import type { Output } from '#core/contract';
import { type PictureAddress, pictureAddress } from '#core/picture-calls';
import type { Result } from '#core/result';
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

const notThere = (): Response => new Response(null, { status: 404 });

/** `/picture/<id>/<size>`, and nothing like it. */
const pictureAt = (path: string): PictureAddress | null => {
  const [, id, size] = /^\/picture\/([0-9a-f-]{36})\/(full|thumbnail)$/.exec(path) ?? [];
  const asked = pictureAddress.safeParse({ id, size });
  return asked.success ? asked.data : null;
};

const pictureTypes: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
] satisfies PictureMediaType[];

const answerPicture = async (address: PictureAddress, pictureOf: PictureOf): Promise<Response> => {
  const result = await pictureOf(address);
  // A file of another kind that an import or a backup brought is nothing to be shown.
  if (!result.ok || !pictureTypes.includes(result.value.mediaType)) return notThere();
  const { mediaType, bytes } = result.value;
  return new Response(bytes, { headers: { ...headersFor('.picture'), 'content-type': mediaType } });
};

/** Where the pictures of the open journal come from; an error while it is locked. */
export type PictureOf = (address: PictureAddress) => Promise<Result<Output<'pictures.read'>>>;

/**
 * Serves exactly the files that were in `folder` when the app started, and the pictures of the open journal, to `app://ebb/`
 * and nobody else.
 */
export const serveApp = (session: Session, folder: string, pictureOf: PictureOf): void => {
  const allowed = new Set(listFiles(folder));
  session.protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== 'ebb' || request.method !== 'GET') return notThere();
    const picture = pictureAt(pathname);
    if (picture !== null) return answerPicture(picture, pictureOf);
    const path = pathname === '/' ? '/index.html' : decodeURIComponent(pathname);
    if (!allowed.has(path)) return notThere();
    return new Response(readFileSync(join(folder, path)), { headers: headersFor(path) });
  });
};
