import { createStore } from './store';

/** A picture that is looked at by itself. */
export type ShownPicture = { readonly address: string; readonly caption: string; readonly alt: string };

/** The picture that fills the window; null where none does. */
export const shownPicture = createStore<ShownPicture | null>(null);

/** Has a picture fill the window. */
export const showPicture = ({ address, caption, alt }: ShownPicture): void =>
  shownPicture.write({ address, caption, alt });
