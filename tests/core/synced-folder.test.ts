import { describe, expect, it } from 'vitest';
import { type SyncService, syncMarkers, syncServiceOf } from '#core/synced-folder';

const noMarkers = (): boolean => false;

/** Markers that lie on a disk, as paths. */
const markersAt =
  (...paths: readonly string[]) =>
  (folder: string, { name }: { readonly name: string }): boolean =>
    paths.includes(`${folder}/${name}`);

describe('a folder that a service keeps in step with other computers', () => {
  it.each<[string, SyncService]>([
    ['/home/sam/Dropbox/ebb/journals/1', 'dropbox'],
    ['/Users/sam/Library/CloudStorage/Dropbox/ebb', 'dropbox'],
    ['C:\\Users\\Sam\\Dropbox (Personal)\\ebb', 'dropbox'],
    ['C:\\Users\\Sam\\OneDrive\\Documents\\ebb\\', 'onedrive'],
    ['C:\\Users\\Sam\\OneDrive - River Works\\ebb', 'onedrive'],
    ['/Users/sam/Library/CloudStorage/OneDrive-Personal/ebb', 'onedrive'],
    ['/Users/sam/Library/Mobile Documents/com~apple~CloudDocs/ebb', 'icloud'],
    ['C:\\Users\\Sam\\iCloudDrive\\ebb', 'icloud'],
    ['/Users/sam/iCloud Drive (Archive)/ebb', 'icloud'],
    ['/Users/sam/Library/CloudStorage/GoogleDrive-sam@example.org/My Drive/ebb', 'google-drive'],
    ['G:\\My Drive\\ebb', 'google-drive'],
    ['/home/sam/Google Drive/ebb', 'google-drive'],
    ['/run/user/1000/gvfs/google-drive:host=example.org,user=sam/ebb', 'google-drive'],
  ])('is known by the names on its path: %s', (folder, service) => {
    expect(syncServiceOf(folder, noMarkers)).toBe(service);
  });

  it.each<[string, SyncService]>([
    ['.stfolder', 'syncthing'],
    ['.dropbox', 'dropbox'],
    ['.dropbox.cache', 'dropbox'],
    ['.tmp.driveupload', 'google-drive'],
  ])('is known by %s in a folder that it lies in, whatever that is called', (marker, service) => {
    expect(syncServiceOf('/data/shared/ebb/journals/1', markersAt(`/data/shared/${marker}`))).toBe(service);
  });

  it('is known by a mark in itself, and by the innermost mark', () => {
    expect(syncServiceOf('/home/sam/Dropbox/ebb', markersAt('/home/sam/Dropbox/ebb/.stfolder'))).toBe('syncthing');
  });
});

describe('a folder of this computer alone', () => {
  it.each([
    '/home/sam/.config/Ebb/journals/1',
    'C:\\Users\\Sam\\AppData\\Roaming\\Ebb\\journals\\1',
    '/Users/sam/Library/Application Support/Ebb/journals/1',
    '/home/sam/dropboxes/ebb',
    '/home/sam/my drivers/ebb',
    '/home/sam/mobile documents.old/ebb',
    '/',
    '',
  ])('is taken for none of them: %s', (folder) => {
    expect(syncServiceOf(folder, noMarkers)).toBeNull();
  });

  it('is not judged by what lies beside it', () => {
    expect(syncServiceOf('/home/sam/.config/Ebb', markersAt('/home/sam/shared/.stfolder'))).toBeNull();
  });

  it('is looked at with every folder that it lies in, once', () => {
    const asked: string[] = [];
    syncServiceOf('/home/sam/ebb', (folder, { name }) => {
      asked.push(`${folder} ${name}`);
      return false;
    });
    expect(asked).toHaveLength(3 * syncMarkers.length);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
