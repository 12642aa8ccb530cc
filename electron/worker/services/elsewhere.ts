import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '#core/errors';
import type { FoundBackups } from '#core/recovery';
import { type FoundSnapshots, findSnapshots } from '../snapshots/find-snapshots';
import { isFolder, snapshotsFolder, timeOf } from '../snapshots/snapshot-files';
import type { Keysmith } from '../vault/build-vault';
import { findKey, headersIn, ownHeaders } from '../vault/find-key';
import type { HeaderFields } from '../vault/header';
import type { JournalIndex } from '../vault/journal-index';
import type { Secret } from '../vault/open-vault';

type Options = {
  readonly smith: Keysmith;
  readonly index: Pick<JournalIndex, 'list' | 'folderOf' | 'secondFolder'>;
};

/** Snapshots in a folder of the person's choice, and the key to them. */
export type OpenedElsewhere = FoundSnapshots & { readonly header: HeaderFields; readonly vaultKey: Uint8Array };

const isWrong = (error: unknown): boolean => error instanceof AppError && error.code.startsWith('WRONG_');

/** The vault around a folder of snapshots, if it is that of one: its own key files come before those in snapshots. */
const vaultOf = (snapshots: string): string => (basename(snapshots) === 'snapshots' ? dirname(snapshots) : snapshots);

/** Ways back from snapshots that lie outside the journals: on a stick, on another disk. */
export const elsewhere = ({ smith, index }: Options) => {
  /** The folder that received copies of the current journal's snapshots, as far as that is known. */
  const second = (): string | null => {
    const [current] = index.list();
    return current === undefined ? null : index.secondFolder(current);
  };

  /** With null, the second folder; fails with FOLDER_MISSING where none is known. */
  const folderFor = (chosen: string | null): string => {
    const folder = chosen ?? second();
    if (folder === null) throw new AppError('FOLDER_MISSING');
    return folder;
  };

  return {
    /** The folder that received copies of the current journal's snapshots, and whether it is there now. */
    second: (): { folder: string; present: boolean } | null => {
      const folder = second();
      return folder === null ? null : { folder, present: isFolder(folder) };
    },

    /** What can be told of the snapshots in a folder without any key. Fails with FOLDER_MISSING, READ_ONLY. */
    find: (chosen: string | null): FoundBackups => {
      const names = findSnapshots(folderFor(chosen)).flatMap((found) => found.names);
      const [newest] = [...names].sort().reverse();
      return { backups: names.length, newestAt: newest === undefined ? null : timeOf(newest) };
    },

    /**
     * The snapshots in a folder that `secret` opens; where there are those of several journals, the one with the newest.
     * Overwrites the secret's bytes. Fails with NOT_FOUND (there are none), and as findKey does.
     */
    open: async (chosen: string | null, { type, bytes }: Secret): Promise<OpenedElsewhere> => {
      try {
        const places = findSnapshots(folderFor(chosen));
        if (places.length === 0) throw new AppError('NOT_FOUND');
        let failure: unknown;
        for (const place of places) {
          try {
            const secret = { type, bytes: bytes.slice() };
            return { ...place, ...(await findKey(smith, vaultOf(place.folder), { secret, snapshots: place.folder })) };
          } catch (error) {
            // A wrong secret says most: others may only lack whole key files.
            if (failure === undefined || isWrong(error)) failure = error;
          }
        }
        throw failure;
      } finally {
        smith.sodium.memzero(bytes);
      }
    },

    /** The journal here that is of the same vault, so that what comes back takes its place; null where none surely is. */
    placeOf: ({ vaultId }: HeaderFields): string | null => {
      const isSame = (id: string): boolean => {
        const folder = index.folderOf(id);
        if (!existsSync(folder)) return id === vaultId;
        const [own] = [...ownHeaders(folder), ...headersIn(snapshotsFolder(folder))];
        return own === undefined ? basename(folder) === vaultId : own.fields.vaultId === vaultId;
      };
      return index.list().find(isSame) ?? null;
    },
  };
};
