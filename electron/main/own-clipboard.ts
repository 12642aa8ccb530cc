import type { Clipboard } from 'electron';

const KEEP_MS = 30_000;

/** Copies text and takes it back after 30 seconds, or at once when asked, unless something else was copied since. */
export const ownClipboard = (clipboard: Pick<Clipboard, 'readText' | 'writeText' | 'clear'>) => {
  let copied: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const clear = async (): Promise<void> => {
    clearTimeout(timer);
    // Newer Electrons answer with a promise, older ones at once; awaiting serves both.
    if (copied !== null && (await clipboard.readText()) === copied) await clipboard.clear();
    copied = null;
  };
  const copy = async (text: string): Promise<void> => {
    clearTimeout(timer);
    await clipboard.writeText(text);
    copied = text;
    timer = setTimeout(() => void clear(), KEEP_MS);
  };
  return { copy, clear };
};

export type OwnClipboard = ReturnType<typeof ownClipboard>;
