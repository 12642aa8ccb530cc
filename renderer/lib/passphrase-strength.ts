import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';

// The dictionaries weigh more than the rest of the window: import this module only with `import()`.
const zxcvbn = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs });

export type Strength = {
  /** 0 very easy to guess, 4 very strong. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** The key of a sentence in the catalogue under `passphrase.warnings`. */
  readonly warning: string | null;
};

/** How hard a passphrase is to guess for someone who holds the files. */
export const measureStrength = (passphrase: string): Strength => {
  const { score, feedback } = zxcvbn.check(passphrase.slice(0, 100));
  return { score: score as Strength['score'], warning: feedback.warning };
};
