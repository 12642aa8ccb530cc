import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { failed, type Result } from '#core/result';
import { appOrigin } from './app-protocol';

type Route = (name: unknown, input: unknown) => Promise<Result<unknown>>;

/** Whether a call comes from the top frame of our own page in our own window. */
const isOurs = ({ sender, senderFrame }: IpcMainInvokeEvent, contents: WebContents | undefined): boolean =>
  contents !== undefined &&
  sender === contents &&
  senderFrame !== null &&
  senderFrame === contents.mainFrame &&
  new URL(senderFrame.url).origin === new URL(appOrigin).origin;

/** Answers the window's calls; anyone else is refused. The only place that touches ipcMain. */
export const registerIpc = (contentsOf: () => WebContents | undefined, route: Route): void => {
  ipcMain.handle('ebb:call', async (event, name: unknown, input: unknown) =>
    isOurs(event, contentsOf()) ? route(name, input) : failed({ code: 'INVALID_INPUT' }),
  );
};
