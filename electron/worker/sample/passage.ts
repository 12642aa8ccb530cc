import type { EntryKind } from '#core/entry';
import type { Mood } from '#core/feeling';

/** An entry of the sample year that is told whole, in the markup of markup.ts. */
export type Piece = {
  /** When: days after the first day of the first run (day 0); the year begins before it. */
  readonly on: number;
  /** ISO weekday it has to fall on; it moves to the nearest one. */
  readonly weekday?: number;
  /** On the wall, `HH:MM`; some evening hour when left open. */
  readonly time?: string;
  readonly mood: Mood;
  readonly kind?: EntryKind;
  readonly pinned?: boolean;
  readonly tags: readonly string[];
  readonly feelings: readonly string[];
  readonly title: string;
  readonly text: string;
};

/** The mood in which something was written. */
export type Tone = 'low' | 'mid' | 'high';

/** A paragraph that stands by itself; one to three of them make a composed entry. Used once in a year. */
export type Passage = {
  readonly tone: Tone;
  /** What it is about; becomes a tag. */
  readonly theme: string;
  /** The days of the story (as Piece's `on`) between which it can be true. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly text: string;
};

const HEADER = /^(low|mid|high) ([a-z]+) (-?\d+)-(\d*) \| (.+)$/;

const passageOf = (block: string): Passage => {
  const [header = '', ...lines] = block.split('\n');
  const [, tone, theme, from, to, title] = HEADER.exec(header) ?? [];
  if (tone === undefined || theme === undefined || title === undefined || lines.length === 0) {
    throw new SyntaxError(`not a passage: ${header}`);
  }
  return {
    tone: tone as Tone,
    theme,
    from: Number(from),
    to: to === undefined || to === '' ? Number.POSITIVE_INFINITY : Number(to),
    title,
    text: lines.join(' '),
  };
};

/** Reads passages from a text: blocks apart by a blank line, each headed `tone theme from-to | title`. */
export const passagesOf = (source: string): Passage[] =>
  source
    .trim()
    .split(/\n{2,}/)
    .map(passageOf);

/** Reads one item a line. */
export const linesOf = (source: string): string[] => source.trim().split('\n');
