/** What every script in here does when it runs. */
export const RUN = 'window.hacked=(window.hacked||0)+1';
/** Where everything in here wants to go. */
export const AWAY = 'https://outside.example/x';

/** Something to paste: as HTML, or as plain text. Each holds the word "kept" or "Kept", which may stay. */
export type HostilePaste = { readonly what: string; readonly type: 'text/html' | 'text/plain'; readonly text: string };

/** Pastes of HTML, each with a word before it. */
export const html = (what: string, texts: readonly string[]): HostilePaste[] =>
  texts.map((text, index) => ({ what: `${what} ${index + 1}`, type: 'text/html', text: `<p>kept</p>${text}` }));

/** Pastes of plain text. */
export const plain = (what: string, texts: readonly string[]): HostilePaste[] =>
  texts.map((text, index) => ({ what: `${what} ${index + 1}`, type: 'text/plain', text: `kept ${text}` }));
