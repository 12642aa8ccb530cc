import { tidyTables } from './pasted-tables';

const weight = /font-weight\s*:\s*(bold|[6-9]00)\b/iu;
const noWeight = /font-weight\s*:\s*(normal|400)\b/iu;
const slanted = /font-style\s*:\s*italic\b/iu;

const styleOf = (element: Element): string => Element.prototype.getAttribute.call(element, 'style') ?? '';

const wrapContent = (element: Element, name: string): void => {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.append(made);
};

/**
 * Bold and italic that stand in a style, as Google Docs and LibreOffice write them. The policy of the window keeps styles
 * from being read as such, so they are read as text; Google Docs also puts all of a paste into a `b` that is not bold.
 */
const tidyMarks = (page: Document): void => {
  for (const element of page.querySelectorAll('b[style], strong[style]')) {
    if (noWeight.test(styleOf(element))) element.replaceWith(...element.childNodes);
  }
  for (const element of page.querySelectorAll('span[style], font[style]')) {
    const style = styleOf(element);
    if (slanted.test(style)) wrapContent(element, 'em');
    if (weight.test(style)) wrapContent(element, 'strong');
  }
};

const BOX = /^\s*\[([ xX]?)\]\s*/u;

/** Whether a list's item begins with a box, and whether it is ticked; null where there is none. */
const boxOf = (item: Element): { readonly checked: boolean; readonly take: () => void } | null => {
  const box = item.querySelector(':scope > input[type="checkbox"], :scope > * > input[type="checkbox"]');
  if (box !== null) return { checked: box.hasAttribute('checked'), take: () => box.remove() };
  const drawn = item.querySelector(':scope > .checkbox');
  if (drawn !== null) return { checked: drawn.classList.contains('checkbox-on'), take: () => drawn.remove() };
  const words = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  let first = words.nextNode();
  while (first !== null && (first.nodeValue ?? '').trim() === '') first = words.nextNode();
  const typed = BOX.exec(first?.nodeValue ?? '');
  if (first === null || typed === null) return null;
  const text = first;
  return {
    checked: typed[1]?.toLowerCase() === 'x',
    take: () => {
      text.nodeValue = (text.nodeValue ?? '').replace(BOX, '');
    },
  };
};

/** Lists in which every item begins with a box are checklists: as Notion, GitHub and Markdown write them. */
const tidyChecklists = (doc: Document): void => {
  for (const list of doc.querySelectorAll('ul:not([data-type])')) {
    const items = [...list.children].filter(({ localName }) => localName === 'li');
    const boxes = items.map(boxOf);
    if (items.length === 0 || boxes.some((box) => box === null)) continue;
    list.setAttribute('data-type', 'taskList');
    items.forEach((item, index) => {
      const box = boxes[index];
      item.setAttribute('data-type', 'taskItem');
      item.setAttribute('data-checked', String(box?.checked === true));
      box?.take();
    });
  }
};

/** Word's lists are paragraphs that name their list in a style and carry its sign as text. */
const tidyWordLists = (doc: Document): void => {
  for (const paragraph of doc.querySelectorAll('p[class*="MsoListParagraph"]')) {
    const sign = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/iu.test(styleOf(span)));
    if (sign === undefined) continue;
    const name = /^\W*[\da-z]{1,4}[.)]/iu.test(sign.textContent ?? '') ? 'ol' : 'ul';
    sign.remove();
    const before = paragraph.previousElementSibling;
    const list = before?.localName === name && before.hasAttribute('data-word') ? before : doc.createElement(name);
    list.setAttribute('data-word', '');
    if (list !== before) paragraph.before(list);
    const item = doc.createElement('li');
    item.append(paragraph);
    list.append(item);
  }
};

/** Rows and cells that came without their table would lose the space between them. */
const withTable = (html: string): string =>
  /<t[dr][\s>]/iu.test(html) && !/<table[\s>]/iu.test(html) ? `<table>${html}</table>` : html;

/**
 * Pasted HTML in which form fields have no names and what other programs write in ways of their own is written as the page
 * knows it: tables as lines, lists and boxes as lists, bold and italic as such. Loses no word, loads nothing. A form with a
 * field named "nodeName" answers with that field when it is asked for its name; whoever reads it, this included, must ask
 * past such answers.
 */
export const tidyHtml = (html: string): string => {
  const doc = new DOMParser().parseFromString(withTable(html), 'text/html');
  for (const element of Document.prototype.querySelectorAll.call(doc, '[name], [id]')) {
    for (const name of ['name', 'id']) Element.prototype.removeAttribute.call(element, name);
  }
  tidyWordLists(doc);
  tidyChecklists(doc);
  tidyTables(doc);
  tidyMarks(doc);
  return doc.body.innerHTML;
};
