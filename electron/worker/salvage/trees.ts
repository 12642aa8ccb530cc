import type { Tick } from '../snapshots/read-pages';
import { PAGE_BYTES } from './page-cipher';
import type { PageSource } from './page-source';
import { type Row, readTreePage } from './row-format';
import { fits, type Shape } from './shapes';

/** What of a table or index can be reached, and whether all of it could. */
export type Tree = {
  readonly shape: Shape;
  /** Numbers of rows that are there and cannot be read whole. */
  readonly lost: number[];
  isWhole: boolean;
};

/** What becomes of each row as it is read; none is kept here. */
export type TakeRow = (shape: Shape, row: Row) => void;

type Walk = { readonly source: PageSource; readonly reached: Set<number>; readonly take: TakeRow; readonly tick: Tick };

/** Reads everything below a page. */
const climb = ({ source, reached, take, tick }: Walk, tree: Tree, top: number): void => {
  const waiting = [top];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = reached.has(number) ? null : readTreePage(source, number);
    reached.add(number);
    tick(PAGE_BYTES);
    if (page === null || page.kind !== tree.shape.kind) {
      tree.isWhole = false;
      continue;
    }
    for (const row of page.rows) {
      if (fits(tree.shape, row)) take(tree.shape, row);
      else tree.isWhole = false;
    }
    if (page.lost.length > 0) tree.isWhole = false;
    tree.lost.push(...page.lost.filter((rowid) => rowid !== null));
    waiting.push(...page.children);
  }
};

const SAMPLE = 5;

/** A few rows of what lies below a page. */
const sampleBelow = (
  source: PageSource,
  top: number,
): { readonly kind: Shape['kind']; readonly rows: Row[] } | null => {
  const seen = new Set<number>();
  const waiting = [top];
  let kind: Shape['kind'] | null = null;
  const rows: Row[] = [];
  for (let number = waiting.pop(); number !== undefined && rows.length < SAMPLE; number = waiting.pop()) {
    const page = seen.has(number) ? null : readTreePage(source, number);
    seen.add(number);
    if (page === null) continue;
    kind ??= page.kind;
    rows.push(...page.rows);
    waiting.push(...page.children);
  }
  return kind === null || rows.length === 0 ? null : { kind, rows: rows.slice(0, SAMPLE) };
};

/** Whether everything that can be read below a page is of this shape. Nothing there speaks against it. */
export const couldBegin = (source: PageSource, shape: Shape, root: number): boolean => {
  const sample = sampleBelow(source, root);
  return sample === null || (sample.kind === shape.kind && sample.rows.every((row) => fits(shape, row)));
};

/** Pages of trees that no other page leads to, because the one that did is damaged. */
const strayTops = ({ source, reached }: Walk): number[] => {
  const stray: number[] = [];
  const below = new Set<number>();
  for (let number = 1; number <= source.pages; number += 1) {
    const page = reached.has(number) ? null : readTreePage(source, number);
    if (page === null || (page.rows.length === 0 && page.children.length === 0)) continue;
    stray.push(number);
    for (const child of page.children) below.add(child);
  }
  return stray.filter((number) => !below.has(number));
};

/** Reads everything there is below known roots. */
export const readTrees = (
  walk: Walk,
  shapes: readonly Shape[],
  roots: ReadonlyMap<string, number>,
): Map<string, Tree> => {
  const trees = new Map<string, Tree>();
  for (const shape of shapes) {
    const tree: Tree = { shape, lost: [], isWhole: true };
    const root = roots.get(shape.name);
    if (root === undefined) tree.isWhole = false;
    else climb(walk, tree, root);
    trees.set(shape.name, tree);
  }
  return trees;
};

/**
 * Gives pages that nothing leads to any more to the one tree that lacks some and that they fit. Where they fit several,
 * they are left alone: nothing is guessed. Answers with the trees that may lack what was left so.
 */
export const takeStrays = (walk: Walk, trees: Iterable<Tree>): Set<Tree> => {
  const broken = [...trees].filter(({ isWhole }) => !isWhole);
  const unsure = new Set<Tree>();
  if (broken.length === 0) return unsure;
  for (const top of strayTops(walk)) {
    const sample = sampleBelow(walk.source, top);
    if (sample === null) continue;
    const { kind, rows } = sample;
    const fitting = broken.filter(({ shape }) => shape.kind === kind && rows.every((row) => fits(shape, row)));
    const [only, ...more] = fitting;
    if (only !== undefined && more.length === 0) climb(walk, only, top);
    else for (const tree of fitting) unsure.add(tree);
  }
  return unsure;
};
