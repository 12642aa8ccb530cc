import type { BrowserWindow } from 'electron';
import type { ChosenFiles } from './chosen-files';
import type { OwnClipboard } from './own-clipboard';
import type { WorkerHost } from './worker-host';

/** How long the window may take to hand over what is not saved yet. */
const HAND_OVER_MS = 3000;

type Options = {
  readonly host: Pick<WorkerHost, 'restart' | 'close'>;
  readonly windowOf: () => BrowserWindow | undefined;
  readonly clipboard: OwnClipboard;
  readonly files: ChosenFiles;
  /** Tells the window that the journal is about to close; it answers by `handedOver` when everything is saved, or by `stay`. */
  readonly askToHandOver: (how: { readonly quitting: boolean }) => void;
  readonly quit: () => void;
  /** The app has no other journal to go back to (it was started for the sample): it ends with this one. */
  readonly endsWithJournal: boolean;
};

/** Closes the journal in two steps, so that no word is lost: the window hands over what it holds, then the key goes. */
export const locking = ({ host, windowOf, clipboard, files, askToHandOver, quit, endsWithJournal }: Options) => {
  let quitting = endsWithJournal;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const forget = async (): Promise<void> => {
    await clipboard.clear();
    files.clear();
    await windowOf()?.webContents.session.clearCache();
  };

  const finish = async (): Promise<void> => {
    // Decided here: who asks for the end while this goes on asks again, and hears from the fresh page what would be lost.
    const ends = quitting;
    await (ends ? host.close() : host.restart());
    await forget();
    // A fresh page in place of the old: nothing that was on the screen stays in the window.
    if (ends) quit();
    else windowOf()?.webContents.reload();
  };

  /** Closes the journal at once, forgets its key and empties the window (or ends the app, when it is closing). */
  const handedOver = (): Promise<void> => {
    clearTimeout(timer);
    running ??= finish().finally(() => {
      running = null;
    });
    return running;
  };

  /** Asks the window to save and lock; locks anyway when it does not answer in time. */
  const lock = (): void => {
    if (running !== null) return;
    askToHandOver({ quitting });
    clearTimeout(timer);
    timer = setTimeout(() => void handedOver(), HAND_OVER_MS);
  };

  /** The same, ending the app afterwards. */
  const lockAndQuit = (): void => {
    if (running !== null) return;
    quitting = true;
    lock();
  };

  /** Takes back that the app is about to end. */
  const stay = (): void => {
    clearTimeout(timer);
    quitting = endsWithJournal;
  };

  /** Closes the journal and ends the app, asking nobody. */
  const quitNow = (): Promise<void> => {
    quitting = true;
    return handedOver();
  };

  return { handedOver, lock, lockAndQuit, stay, quitNow };
};
