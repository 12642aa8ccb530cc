import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findHits } from '#core/search-hits';
import type { SearchTerm } from '#core/search-query';

/** Where a search's words stand in a page, and at which of them the person is; -1 where there is none. */
export type PageHits = { readonly found: DecorationSet; readonly count: number; readonly current: number };

const none: PageHits = { found: DecorationSet.empty, count: 0, current: -1 };
const key = new PluginKey<PageHits>('pageHits');

type Ask = { readonly terms: readonly SearchTerm[] } | { readonly goTo: number };

const marked = (from: number, to: number): Decoration => Decoration.inline(from, to, { 'data-hit': '' });

/** Every line of the page by itself: no hit runs over its end. */
const hitsIn = (page: Node, terms: readonly SearchTerm[]): Decoration[] => {
  const hits: Decoration[] = [];
  page.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    for (const [from, to] of findHits(text, terms)) hits.push(marked(at + 1 + from, at + 1 + to));
    return false;
  });
  return hits;
};

const next = (hits: PageHits, transaction: Transaction): PageHits => {
  const asked = transaction.getMeta(key) as Ask | undefined;
  if (asked === undefined) return { ...hits, found: hits.found.map(transaction.mapping, transaction.doc) };
  if ('goTo' in asked) return { ...hits, current: asked.goTo };
  const found = hitsIn(transaction.doc, asked.terms);
  return {
    found: DecorationSet.create(transaction.doc, found),
    count: found.length,
    current: found.length === 0 ? -1 : 0,
  };
};

/** The hits in the page as they stand. */
export const pageHits = (state: EditorState): PageHits => key.getState(state) ?? none;

const inOrder = ({ found }: PageHits): Decoration[] => found.find().toSorted((one, other) => one.from - other.from);

/** Where the hit is at which the person is. */
export const currentHit = (state: EditorState): { readonly from: number; readonly to: number } | null => {
  const hits = pageHits(state);
  return inOrder(hits)[hits.current] ?? null;
};

/** Marks where a search's words stand; with none, nothing. */
export const markHits = (terms: readonly SearchTerm[], transaction: Transaction): Transaction =>
  transaction.setMeta(key, { terms } satisfies Ask).setMeta('addToHistory', false);

/** Goes on to another hit, from the last to the first and back. */
export const stepHits = (state: EditorState, step: 1 | -1): Transaction => {
  const hits = pageHits(state);
  // Words that were taken out took their marks along.
  const count = inOrder(hits).length;
  const goTo = count === 0 ? -1 : (hits.current + step + count) % count;
  return state.tr.setMeta(key, { goTo } satisfies Ask).setMeta('addToHistory', false);
};

/** Shows in the page what a search found it by. */
export const PageHitMarks = Extension.create({
  name: 'pageHits',
  addProseMirrorPlugins: () => [
    new Plugin<PageHits>({
      key,
      state: { init: () => none, apply: (transaction, hits) => next(hits, transaction) },
      props: {
        decorations: (state) => {
          const hits = pageHits(state);
          const here = currentHit(state);
          if (here === null) return hits.found;
          return hits.found.add(state.doc, [Decoration.inline(here.from, here.to, { 'data-hit-here': '' })]);
        },
      },
    }),
  ],
});
