const BLOCKS =
  'address, article, aside, blockquote, dd, div, dl, dt, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, ul';

/** White space as it is seen: one blank, whatever the source had. */
const evenOut = (cell: Element): void => {
  const words = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let text = words.nextNode(); text !== null; text = words.nextNode())
    text.nodeValue = (text.nodeValue ?? '').replace(/[\t\n\r ]+/gu, ' ');
};

/** A cell with one paragraph in it is as good as its words. */
const unwrapOnly = (cell: Element): void => {
  const [only, ...others] = cell.children;
  const isAlone = only !== undefined && others.length === 0 && cell.textContent?.trim() === only.textContent?.trim();
  if (isAlone && ['p', 'div'].includes(only.localName)) {
    only.replaceWith(...only.childNodes);
    unwrapOnly(cell);
  }
};

const cellsOf = (row: Element): Element[] =>
  [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');

/** A row of plain cells as one line, a tab between two; of others every cell by itself. */
const lineOf = (row: Element): Element[] => {
  const { ownerDocument: doc } = row;
  const cells = cellsOf(row);
  for (const cell of cells) unwrapOnly(cell);
  if (cells.some((cell) => cell.querySelector(`${BLOCKS}, br`) !== null)) {
    return cells.map((cell) => {
      const block = doc.createElement('div');
      block.append(...cell.childNodes);
      return block;
    });
  }
  // White space counts in it.
  const line = doc.createElement('pre');
  cells.forEach((cell, index) => {
    evenOut(cell);
    if (index > 0) line.append('\t');
    line.append(...cell.childNodes);
  });
  return (line.textContent ?? '').trim() === '' ? [] : [line];
};

/** Puts lines in the place of a document's tables, the inner ones first; no word of any cell is lost. */
export const tidyTables = (doc: Document): void => {
  for (const table of [...doc.querySelectorAll('table')].reverse()) {
    const lines = doc.createElement('div');
    for (const part of table.querySelectorAll('caption, tr')) {
      if (part.localName === 'tr') lines.append(...lineOf(part));
      else lines.append(part);
    }
    table.replaceWith(lines);
  }
  // Where one stands alone, what follows it would be read as a table's.
  for (const column of doc.querySelectorAll('col, colgroup')) column.remove();
};
