import { z } from 'zod';

/** Programs that copy a folder to other computers while it is in use. */
export const syncService = z.enum(['dropbox', 'onedrive', 'icloud', 'google-drive', 'syncthing']);
export type SyncService = z.infer<typeof syncService>;

/** Names that a folder of each service has, with what it may add: an account, an organisation. */
const names: readonly (readonly [SyncService, RegExp])[] = [
  ['dropbox', /^dropbox([ -].*)?$/i],
  ['onedrive', /^onedrive([ -].*)?$/i],
  ['icloud', /^(mobile documents|icloud ?drive( .*)?)$/i],
  ['google-drive', /^(google ?drive([ -].*)?|google-drive:.*|my drive)$/i],
];

/** What a service leaves in the folder that it keeps in step. */
export const syncMarkers = [
  { name: '.stfolder', kind: 'any', service: 'syncthing' },
  // A folder of this name, in the person's home, is only the program's own.
  { name: '.dropbox', kind: 'file', service: 'dropbox' },
  { name: '.dropbox.cache', kind: 'folder', service: 'dropbox' },
  { name: '.tmp.drivedownload', kind: 'folder', service: 'google-drive' },
  { name: '.tmp.driveupload', kind: 'folder', service: 'google-drive' },
] as const satisfies readonly { name: string; kind: 'any' | 'file' | 'folder'; service: SyncService }[];
export type SyncMarker = (typeof syncMarkers)[number];

/** A folder and everything it lies in, the innermost first; with the separators of either kind of system. */
const withParents = (folder: string): string[] => {
  const inner = folder.replace(/[\\/]+$/, '');
  const parent = inner.replace(/[\\/]+[^\\/]*$/, '');
  if (inner === '') return [];
  return parent === inner ? [inner] : [inner, ...withParents(parent)];
};

const nameOf = (folder: string): string => /[^\\/]*$/.exec(folder)?.[0] ?? '';

/**
 * The service that seems to keep a folder in step with other computers, by the names of the folders it lies in and by the
 * marks that services leave in them; null when nothing speaks for one. Links must have been followed before. A guess: a
 * service set up under another name goes unnoticed, so nothing may depend on the answer.
 */
export const syncServiceOf = (
  folder: string,
  hasMarker: (folder: string, marker: SyncMarker) => boolean,
): SyncService | null => {
  for (const place of withParents(folder)) {
    const marker = syncMarkers.find((candidate) => hasMarker(place, candidate));
    if (marker !== undefined) return marker.service;
    const named = names.find(([, name]) => name.test(nameOf(place)));
    if (named !== undefined) return named[0];
  }
  return null;
};
