/** How many files a folder or zip may hold. */
export const MAX_FILES = 200_000;
/** How long one file of text may be, in bytes. */
export const MAX_TEXT_BYTES = 300 * 1024 * 1024;
/** How long one picture may be, in bytes. */
export const MAX_PICTURE_BYTES = 100 * 1024 * 1024;

/** How much of a file to read: an error beyond `bytes`, or, with `head`, only the first `bytes` of it. */
export type Amount = { readonly bytes: number; readonly head?: boolean };

/** A file, a folder or a zip that was chosen; nothing outside it can be read through it, and nothing is ever written. */
export type Source = {
  /** The names of its files, with "/" between folders, sorted; '' alone where it is a single file. */
  readonly files: readonly string[];
  /** The name of the file or folder itself, without its path. */
  readonly name: string;
  /** The bytes of one of its files; fails with an ImportProblem: too-large, locked, unreadable. */
  readonly read: (file: string, amount: Amount) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** The end of a file's name behind the last point, in lower case; '' where there is none. */
export const extensionOf = (file: string): string => /\.([a-z0-9]{1,12})$/i.exec(file)?.[1]?.toLowerCase() ?? '';

/** The name of a file without its folders. */
export const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

const HIDDEN = /(?:^|\/)(?:\.|__MACOSX(?:\/|$)|node_modules(?:\/|$))/;

/** Whether a file or folder is one that programs keep for themselves: `.obsidian`, `.trash`, `.git`, `__MACOSX`. */
export const isHidden = (file: string): boolean => HIDDEN.test(file);
