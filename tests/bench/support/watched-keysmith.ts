import type { Keysmith } from '#worker/vault/build-vault';

/**
 * The same keysmith, and when it derived keys: how long in all (overlapping derivations once), and when each began, by
 * performance.now().
 */
export const watchDerivations = (smith: Keysmith) => {
  let atWork = 0;
  let since = 0;
  let total = 0;
  let beginnings: number[] = [];
  const deriveKey: Keysmith['deriveKey'] = async (secret, kdf) => {
    const now = performance.now();
    beginnings.push(now);
    if (atWork === 0) since = now;
    atWork += 1;
    try {
      return await smith.deriveKey(secret, kdf);
    } finally {
      atWork -= 1;
      if (atWork === 0) total += performance.now() - since;
    }
  };
  return {
    smith: { ...smith, deriveKey },
    /** Forgets what was. */
    reset: (): void => {
      total = 0;
      beginnings = [];
    },
    total: (): number => total,
    firstAfter: (moment: number): number => beginnings.find((began) => began >= moment) ?? Number.NaN,
  };
};
