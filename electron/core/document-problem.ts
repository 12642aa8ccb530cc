import { recordId } from './record';

/** How deep nodes may lie in one another; the document itself is level 0. */
export const MAX_DEPTH = 40;
/** How many nodes a document may hold. */
export const MAX_NODES = 200_000;
/** How long a link's target may be, in UTF-16 units. */
export const MAX_HREF = 2048;
/** How long a picture's caption or description may be, in UTF-16 units. */
export const MAX_CAPTION = 20_000;

/** What is wrong with a would-be document, and where. */
export type DocumentProblem = { readonly path: readonly (string | number)[]; readonly message: string };

/** Whether a link may point there: http, https, mailto or tel, at most 2048 units, no white space and no control characters. */
export const isSafeHref = (href: string): boolean =>
  href.length <= MAX_HREF && /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu.test(href);

type Test = (value: unknown) => boolean;
type Attributes = { readonly [name: string]: { readonly test: Test; readonly required: boolean } };
type Shape = {
  readonly attrs: Attributes;
  /** Which types may lie inside; none may where it is missing. */
  readonly content?: ReadonlySet<string>;
  /** Whether there must be something inside. */
  readonly filled?: boolean;
  /** What must come first inside. */
  readonly first?: string;
  readonly inline?: boolean;
  readonly text?: boolean;
};

const inlines = new Set(['text', 'hardBreak']);
const blocks = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  'horizontalRule',
  'image',
]);

const shortText: Test = (value) => value === null || (typeof value === 'string' && value.length <= MAX_HREF);
const optional = (test: Test) => ({ test, required: false });
const required = (test: Test) => ({ test, required: true });
const none: Attributes = {};
const captionText: Test = (value) => typeof value === 'string' && value.length <= MAX_CAPTION;

const pixels: Test = (value) =>
  value === null || (Number.isInteger(value) && Number(value) > 0 && Number(value) <= 100_000);

// The attachment it shows, never an address: what a page shows comes out of the journal or not at all.
const imageAttributes: Attributes = {
  id: required((value) => recordId.safeParse(value).success),
  caption: required(captionText),
  alt: required(captionText),
  width: optional(pixels),
  height: optional(pixels),
};

// TipTap's parser turns a senseless `start` into NaN, which is null once it has been JSON.
const orderedListAttributes: Attributes = {
  start: optional((value) => value === null || typeof value === 'number'),
  type: optional(shortText),
};

const shapes = new Map<string, Shape>([
  ['doc', { attrs: none, content: blocks, filled: true }],
  ['paragraph', { attrs: none, content: inlines }],
  ['heading', { attrs: { level: required((value) => value === 1 || value === 2 || value === 3) }, content: inlines }],
  ['bulletList', { attrs: none, content: new Set(['listItem']), filled: true }],
  ['orderedList', { attrs: orderedListAttributes, content: new Set(['listItem']), filled: true }],
  ['listItem', { attrs: none, content: blocks, filled: true, first: 'paragraph' }],
  ['taskList', { attrs: none, content: new Set(['taskItem']), filled: true }],
  [
    'taskItem',
    {
      attrs: { checked: required((value) => typeof value === 'boolean') },
      content: blocks,
      filled: true,
      first: 'paragraph',
    },
  ],
  ['blockquote', { attrs: none, content: blocks, filled: true }],
  ['horizontalRule', { attrs: none }],
  ['image', { attrs: imageAttributes }],
  ['hardBreak', { attrs: none, inline: true }],
  ['text', { attrs: none, inline: true, text: true }],
]);

const marks = new Map<string, Attributes>([
  ['bold', none],
  ['italic', none],
  [
    'link',
    {
      href: required((value) => typeof value === 'string' && isSafeHref(value)),
      target: optional(shortText),
      rel: optional(shortText),
      class: optional(shortText),
      title: optional(shortText),
    },
  ],
]);

type Fields = { readonly [name: string]: unknown };

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const problem = (message: string, ...path: (string | number)[]): DocumentProblem => ({ path, message });
const inside = (found: DocumentProblem, ...path: (string | number)[]): DocumentProblem => ({
  path: [...path, ...found.path],
  message: found.message,
});

const findStranger = (fields: Fields, known: (name: string) => boolean): DocumentProblem | null => {
  for (const name of Object.keys(fields)) if (!known(name)) return problem('unknown field', name);
  return null;
};

const findAttributeProblem = (value: unknown, attributes: Attributes): DocumentProblem | null => {
  if (value !== undefined && !isFields(value)) return problem('not an object', 'attrs');
  const attrs = value ?? {};
  const stranger = findStranger(attrs, (name) => Object.hasOwn(attributes, name));
  if (stranger !== null) return inside(stranger, 'attrs');
  for (const [name, { test, required: needed }] of Object.entries(attributes)) {
    const attribute = attrs[name];
    if (attribute === undefined ? needed : !test(attribute)) return problem('not allowed', 'attrs', name);
  }
  return null;
};

const markFields = new Set(['type', 'attrs']);

const findMarkProblem = (mark: unknown, seen: Set<string>): DocumentProblem | null => {
  if (!isFields(mark)) return problem('not an object');
  const { type } = mark;
  const attributes = typeof type === 'string' ? marks.get(type) : undefined;
  if (typeof type !== 'string' || attributes === undefined) return problem('unknown mark', 'type');
  if (seen.has(type)) return problem('a mark twice', 'type');
  seen.add(type);
  return findStranger(mark, (name) => markFields.has(name)) ?? findAttributeProblem(mark.attrs, attributes);
};

const findMarksProblem = (value: unknown): DocumentProblem | null => {
  if (value === undefined) return null;
  if (!Array.isArray(value)) return problem('not a list', 'marks');
  const seen = new Set<string>();
  for (const [index, mark] of value.entries()) {
    const found = findMarkProblem(mark, seen);
    if (found !== null) return inside(found, 'marks', index);
  }
  return null;
};

const mayHold = (shape: Shape, field: string): boolean =>
  field === 'type' ||
  field === 'attrs' ||
  (field === 'content' && shape.content !== undefined) ||
  (field === 'marks' && shape.inline === true) ||
  (field === 'text' && shape.text === true);

type Walk = { nodes: number };

const findContentProblem = (
  value: unknown,
  shape: Shape,
  { walk, depth }: { readonly walk: Walk; readonly depth: number },
): DocumentProblem | null => {
  const { content: allowed, filled = false, first } = shape;
  if (allowed === undefined || (value === undefined && !filled)) return null;
  if (!Array.isArray(value)) return problem('not a list', 'content');
  if (filled && value.length === 0) return problem('empty', 'content');
  for (const [index, node] of value.entries()) {
    const expected = index === 0 && first !== undefined ? new Set([first]) : allowed;
    const found = findNodeProblem(node, expected, { walk, depth: depth + 1 });
    if (found !== null) return inside(found, 'content', index);
  }
  return null;
};

const findNodeProblem = (
  node: unknown,
  allowed: ReadonlySet<string>,
  { walk, depth }: { readonly walk: Walk; readonly depth: number },
): DocumentProblem | null => {
  if (depth > MAX_DEPTH) return problem('too deep');
  walk.nodes += 1;
  if (walk.nodes > MAX_NODES) return problem('too many nodes');
  if (!isFields(node)) return problem('not an object');
  const { type } = node;
  const shape = typeof type === 'string' && allowed.has(type) ? shapes.get(type) : undefined;
  if (shape === undefined) return problem('not allowed here', 'type');
  if (shape.text && (typeof node.text !== 'string' || node.text === '')) return problem('no text', 'text');
  return (
    findStranger(node, (name) => mayHold(shape, name)) ??
    findAttributeProblem(node.attrs, shape.attrs) ??
    findMarksProblem(node.marks) ??
    findContentProblem(node.content, shape, { walk, depth })
  );
};

/** The first thing wrong with a value that should be a document, or null; ends on any input, cyclic ones too. */
export const findDocumentProblem = (value: unknown): DocumentProblem | null =>
  findNodeProblem(value, new Set(['doc']), { walk: { nodes: 0 }, depth: 0 });
