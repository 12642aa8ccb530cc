import type { Database } from '../db/database';
import { connect } from '../db/database';
import { migrate } from '../db/migrate';
import type { PageSource } from './page-source';
import type { Row } from './row-format';
import { rootsOf, type Shape } from './shapes';
import { couldBegin } from './trees';

const NAME = 1;
const ROOT = 3;

/** What rows of the schema say of where tables and indices begin. */
export const rootsIn = (rows: readonly Row[]): Map<string, number> =>
  new Map(
    rows.flatMap(({ values }) => {
      const [name, root] = [values[NAME], values[ROOT]];
      return typeof name === 'string' && typeof root === 'number' && root > 0 ? [[name, root] as const] : [];
    }),
  );

const inMemory = <T>(keyHex: string, schema: number, work: (db: Database) => T): T => {
  const db = connect(':memory:', keyHex);
  try {
    migrate(db, schema);
    return work(db);
  } finally {
    db.close();
  }
};

/** Where everything begins in a journal of a schema that was made, and in one that was brought back from a snapshot. */
const usualRootsOf = (keyHex: string, schema: number): Map<string, number>[] => [
  inMemory(keyHex, schema, rootsOf),
  inMemory(keyHex, schema, (db) => {
    db.exec('VACUUM');
    return rootsOf(db);
  }),
];

/**
 * The same for the schema that a journal has, and for every earlier one that it may have been made in: what came with a
 * later step begins behind what was written before it, nobody knows where.
 */
function* usualRoots(keyHex: string, schema: number): Generator<Map<string, number>> {
  for (let made = schema; made > 0; made -= 1) yield* usualRootsOf(keyHex, made);
}

/**
 * Where everything begins, also where the page that says so is damaged: Ebb makes every journal in the same way, so the rest
 * follows from what is known, as long as nothing speaks against it.
 */
export const findRoots = (
  source: PageSource,
  known: ReadonlyMap<string, number>,
  { shapes, keyHex, schema }: { readonly shapes: readonly Shape[]; readonly keyHex: string; readonly schema: number },
): Map<string, number> => {
  const isKnown = ({ name }: Shape): boolean => known.has(name) || name === 'sqlite_schema';
  if (shapes.every(isKnown)) return new Map(known);
  const agrees = (roots: ReadonlyMap<string, number>): boolean =>
    [...known].every(([name, root]) => (roots.get(name) ?? root) === root) &&
    shapes.every((shape) => {
      const root = roots.get(shape.name);
      return root === undefined || isKnown(shape) || couldBegin(source, shape, root);
    });
  for (const usual of usualRoots(keyHex, schema)) if (agrees(usual)) return new Map([...usual, ...known]);
  return new Map(known);
};
