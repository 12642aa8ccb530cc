const PRECISION = 1e9;

/**
 * The mean of each value and those before it within `window` places, null where fewer than `atLeast` of them are known;
 * a null value is unknown, not zero. In one pass; exact to nine decimal places.
 */
export const movingMean = (
  values: readonly (number | null)[],
  window: number,
  { atLeast }: { readonly atLeast: number },
): (number | null)[] => {
  let sum = 0;
  let known = 0;
  const count = (value: number | null | undefined, sign: 1 | -1): void => {
    if (value === null || value === undefined) return;
    sum += sign * value;
    known += sign;
  };
  return values.map((value, index) => {
    count(value, 1);
    if (index >= window) count(values[index - window], -1);
    // Rounded, because a sum that things are added to and taken from drifts in its last digits.
    return known > 0 && known >= atLeast ? Math.round((sum / known) * PRECISION) / PRECISION : null;
  });
};
