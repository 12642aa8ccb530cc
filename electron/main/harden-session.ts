import type { App, Session, WebContents } from 'electron';
import { appOrigin } from './app-protocol';

const isOwn = (url: string): boolean => url.startsWith(`${appOrigin}/`);

/** Refuses every permission and every request that is not for our own pages. */
export const hardenSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Without languages first: merely switched off, the spell checker still asks the network for a dictionary once.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isOwn(details.url) || details.url.startsWith(`blob:${appOrigin}/`);
    answer({ cancel: !allowed });
  });
};

/** Keeps every window where it is: no navigation, no redirects, no new windows, no webviews, no files dropped into it. */
export const hardenContents = (app: App): void => {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
      contents.on(name as 'will-navigate', (event) => event.preventDefault());
    }
  });
};
