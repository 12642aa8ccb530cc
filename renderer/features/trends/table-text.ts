import type { Mood } from '#core/feeling';

/** A column of a table of figures: its heading, and the words of each row's cell. */
export type Column<T> = {
  readonly head: string;
  readonly cell: (row: T) => string;
  /** The row's heading, read out with each of its cells. */
  readonly heads?: boolean;
  readonly align?: 'end';
  /** A dot of this colour before the words; undefined for none at all. */
  readonly dot?: (row: T) => Mood | null;
};

// A tab or a line break inside a cell would make two of it.
const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

/** A table as tab-separated text, as many whole rows as fit into `limit` characters, and how many those are. */
export const tableText = <T>(
  { columns, rows }: { readonly columns: readonly Column<T>[]; readonly rows: readonly T[] },
  limit: number,
): { readonly text: string; readonly rows: number } => {
  const lines = [columns.map(({ head }) => oneLine(head)).join('\t')];
  let length = lines[0]?.length ?? 0;
  for (const row of rows) {
    const line = columns.map(({ cell }) => oneLine(cell(row))).join('\t');
    length += line.length + 1;
    if (length > limit) break;
    lines.push(line);
  }
  return { text: lines.join('\n'), rows: lines.length - 1 };
};
