import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { type Document, document as documentSchema } from '#core/document';
import { i18n } from '#lib/i18n';
import { pageExtensions } from '#lib/page-extensions';
import { Chip } from '#ui/chip';
import { TextArea, TextField } from '#ui/text-field';
import { entryOf, fakeJournal, showJournal } from './journal-fake';
import { renderWith } from './render';

const HEBREW = 'היום הלכתי לים';

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] });

const everyKind: Document = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: HEBREW }] },
    paragraph(HEBREW),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(HEBREW)] }] },
    {
      type: 'orderedList',
      attrs: { start: 1, type: null },
      content: [{ type: 'listItem', content: [paragraph(HEBREW)] }],
    },
    { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: false }, content: [paragraph(HEBREW)] }] },
    { type: 'blockquote', content: [paragraph(HEBREW)] },
  ],
};

describe('a page', () => {
  let editor: Editor | null = null;
  afterEach(() => editor?.destroy());
  const open = (content: Document | string): Editor => {
    const element = document.createElement('div');
    editor = new Editor({ element, extensions: pageExtensions(), content, injectCSS: false });
    return editor;
  };

  it('lays lists and quotes on the side of their words and stores nothing of it', () => {
    const page = open(everyKind);
    const sides = ['ul:not([data-type])', 'ol', 'ul[data-type="taskList"]', 'blockquote'].map((kind) =>
      page.view.dom.querySelector(kind)?.getAttribute('dir'),
    );
    expect(sides).toEqual(['auto', 'auto', 'auto', 'auto']);
    // What has a direction of its own has no say in its list's: the box's name begins in English.
    expect(page.view.dom.querySelector('li label')?.getAttribute('dir')).toBe('auto');
    expect(JSON.parse(JSON.stringify(page.getJSON()))).toEqual(everyKind);
    expect(documentSchema.safeParse(page.getJSON()).success).toBe(true);
  });

  it('takes no direction from what is pasted or copied', () => {
    const page = open('');
    page.view.pasteHTML(`<ul dir="rtl"><li dir="rtl"><p dir="rtl">${HEBREW}</p></li></ul>`);
    expect(JSON.stringify(page.getJSON())).not.toContain('"dir"');
    expect(documentSchema.safeParse(page.getJSON()).success).toBe(true);
    expect(page.getText()).toContain(HEBREW);
  });
});

describe('what a person writes', () => {
  it('is written and shown in its own direction', async () => {
    fakeJournal([entryOf(20, { title: HEBREW, text: HEBREW, tags: [HEBREW] })]);
    const { user, findByRole, findByDisplayValue, getByRole } = showJournal();
    const row = await findByRole('option');
    const shown = [...row.querySelectorAll('[dir="auto"]')].map(({ textContent }) => textContent);
    expect(shown).toEqual([HEBREW, HEBREW]);
    await user.click(row);
    expect((await findByDisplayValue(HEBREW)).getAttribute('dir')).toBe('auto');
    expect(getByRole('searchbox').getAttribute('dir')).toBe('auto');
  });

  it('has its direction in fields and on chips', () => {
    const { getByLabelText, getByText } = renderWith(
      <>
        <TextField label="Name" />
        <TextArea label="Note" />
        <Chip>{HEBREW}</Chip>
      </>,
    );
    expect(getByLabelText('Name').getAttribute('dir')).toBe('auto');
    expect(getByLabelText('Note').getAttribute('dir')).toBe('auto');
    expect(getByText(HEBREW).getAttribute('dir')).toBe('auto');
  });

  it('stands in a sentence without turning it round, and plain words stay as they are', () => {
    expect(i18n.t('emergency.suicide.own', { name: 'דנה' })).toBe('Call \u2068דנה\u2069');
    expect(i18n.t('emergency.suicide.own', { name: "Zoë <O'Neill>" })).toBe("Call Zoë <O'Neill>");
  });
});
