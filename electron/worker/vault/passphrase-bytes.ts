import { normalizePassphrase } from '#core/passphrase';

/** What Argon2id is given for a passphrase: its NFKC form in UTF-8, so that every keyboard's way of typing it is the same. */
export const passphraseBytes = (passphrase: string): Uint8Array =>
  Uint8Array.from(Buffer.from(normalizePassphrase(passphrase), 'utf8'));
