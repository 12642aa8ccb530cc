import { createHash } from 'node:crypto';
import { foldLabel } from '#core/label';

const NAMES: ReadonlySet<string> = new Set(['tags', 'feelings', 'triggers']);

/** The same for two values that say the same, whatever the order of their fields and the case of labels. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    fields
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, field]) => [
        name,
        NAMES.has(name) && Array.isArray(field) ? field.map((label) => foldLabel(String(label))) : ordered(field),
      ]),
  );
};

/** SHA-256 of what a record says. */
export const digestOf = (record: object): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    createHash('sha256')
      .update(JSON.stringify(ordered(record)))
      .digest(),
  );

const OWN: ReadonlySet<string> = new Set(['version', 'createdAt', 'updatedAt', 'deletedAt', 'wordCount']);

/** Whether two states of a record hold the same, whenever each was made and whether or not it is deleted. `besides` is left out. */
export const holdsSame = (one: object, other: object, besides: readonly string[] = []): boolean => {
  const content = (record: object): string =>
    JSON.stringify(
      ordered(Object.fromEntries(Object.entries(record).filter(([name]) => !OWN.has(name) && !besides.includes(name)))),
    );
  return content(one) === content(other);
};
