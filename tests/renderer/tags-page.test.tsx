import { waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { registerUnsavedWork, unsaved } from '#lib/unsaved-work';
import { anEntry } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { TagsPage } from '../../renderer/features/tags/tags-page';
import { renderWith } from './render';
import { fakeTags, family, showTags } from './tags-fake';

describe('the page of all tags', () => {
  it('lists them with their entries, most used first, and finds one by part of its name', async () => {
    const { user, findByRole, getByRole, getByText, queryByRole } = showTags();
    const list = await findByRole('list', { name: 'All tags' });
    const names = () =>
      within(list)
        .queryAllByRole('listitem')
        .map((row) => row.textContent);
    expect(names()).toEqual(['Fam3 entries', 'river2 entries', 'Café1 entry', 'Family1 entry']);
    await user.type(getByRole('searchbox', { name: 'Find a tag' }), 'CAFE');
    expect(names()).toEqual(['Café1 entry']);
    getByText('1 of 4 tags');
    await user.keyboard('x');
    getByText('No tag has this in its name.');
    expect(queryByRole('list', { name: 'All tags' })).toBeNull();
    await user.click(getByRole('button', { name: 'Show all tags' }));
    expect(names()).toHaveLength(4);
  });

  it('leads to the entries of a tag, by a search that is typed in the journal', async () => {
    const { user, findByRole, paths } = showTags([['my sister']]);
    await user.click(await findByRole('button', { name: 'my sister, 1 entry. Show them' }));
    expect(paths.at(-1)).toBe('/journal');
    await waitFor(async () => expect(await findByRole('searchbox')).toHaveProperty('value', 'tag:"my sister"'));
  });

  it('is one sentence and one way on in a journal without tags', async () => {
    const { user, findByText, getByRole, findAllByText, queryByRole, paths } = showTags([[]]);
    await findByText('There are no tags yet. Those you put on entries are listed here.');
    expect(queryByRole('searchbox')).toBeNull();
    await user.click(getByRole('button', { name: 'Write an entry' }));
    await findAllByText('Journal');
    expect(paths.at(-1)).toMatch(/^\/journal\/.+/);
  });

  it('says what is wrong where they cannot be read, and tries again', async () => {
    const { client } = fakeTags(['Fam']);
    client.failOnce('tags.list', () => true, 'INTERNAL');
    const { user, findByRole } = renderWith(<TagsPage />);
    await user.click(await findByRole('button', { name: 'Try again' }));
    await findByRole('button', { name: 'Fam, 1 entry. Show them' });
    expect(client.inputsOf('tags.list')).toHaveLength(2);
  });
});

describe('renaming a tag', () => {
  it('changes it everywhere, says so, and can be undone at once', async () => {
    const { client, user, ask, told, tagsOf, findByRole, findByText } = showTags();
    await ask('Fam', 'Rename');
    const field = await findByRole('textbox', { name: 'New name' });
    await user.clear(field);
    await user.type(field, ' Kin {Enter}');
    await told('“Fam” is now “Kin”.');
    expect(client.inputsOf('tags.rename')).toEqual([{ name: 'Fam', to: 'Kin' }]);
    expect(tagsOf()[0]).toEqual(['Kin', 'river']);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Kin3 entries'));
    await findByText('You renamed “Fam” to “Kin”. This last change of tags can be undone.');
    await user.click((await told('“Fam” is now “Kin”.')).getByRole('button', { name: 'Undo' }));
    await told('The tags are as they were.');
    expect(tagsOf()[0]).toEqual(['Fam', 'river']);
  });

  it('says before it is done that it would be a merge, whatever the case of the name', async () => {
    const { client, user, ask, told, tagsOf, findByRole, findByText } = showTags();
    await ask('Fam', 'Rename');
    const field = await findByRole('textbox', { name: 'New name' });
    await user.clear(field);
    await user.type(field, 'FAMILY');
    await findByText(/“Family” is there already\. .* 4 entries would then carry it\./);
    expect([...client.inputsOf('tags.rename'), ...client.inputsOf('tags.merge')]).toEqual([]);
    await user.click(await findByRole('button', { name: 'Merge' }));
    await told('“Fam” is now part of “Family”.');
    expect(client.inputsOf('tags.merge')).toEqual([{ name: 'Fam', into: 'Family' }]);
    expect(tagsOf()).toEqual([['Family', 'river'], ['Family', 'Café'], ['Family'], ['Family', 'river']]);
  });

  it('to the same name in other letters is no merge, to the very same is nothing, and to none is asked about', async () => {
    const { client, user, ask, findByRole, findByText, queryByRole } = showTags();
    await ask('Fam', 'Rename');
    const field = await findByRole('textbox', { name: 'New name' });
    await user.clear(field);
    await user.keyboard('{Enter}');
    await findByText('A tag needs a name.');
    await user.type(field, 'Fam{Enter}');
    await waitFor(() => expect(queryByRole('dialog')).toBeNull());
    expect(client.inputsOf('tags.rename')).toEqual([]);
    await ask('Fam', 'Rename');
    const again = await findByRole('textbox', { name: 'New name' });
    await user.clear(again);
    await user.type(again, 'fAM{Enter}');
    await waitFor(() => expect(client.inputsOf('tags.rename')).toEqual([{ name: 'Fam', to: 'fAM' }]));
    expect(client.inputsOf('tags.merge')).toEqual([]);
  });

  it('stays open and says why where it could not be done', async () => {
    const { client, user, ask, findByRole, findByText } = showTags();
    client.answer('tags.rename', failing('CONFLICT'));
    await ask('Fam', 'Rename');
    await user.type(await findByRole('textbox', { name: 'New name' }), 'x{Enter}');
    await findByText('There is another tag of this name by now.');
  });

  it('waits for words that could not be saved yet', async () => {
    const { client, user, ask, findByRole, told } = showTags();
    const forget = registerUnsavedWork(async () => [unsaved('entries.save', anEntry())]);
    await ask('Fam', 'Rename');
    await user.type(await findByRole('textbox', { name: 'New name' }), 'x{Enter}');
    await told(/Some words could not be saved yet, so the tags are as they were/);
    expect(client.inputsOf('tags.rename')).toEqual([]);
    forget();
  });
});

describe('merging and taking off', () => {
  it('merges into a tag that is chosen by typing and arrow keys, having said what comes of it', async () => {
    const { client, user, ask, findByRole, findByText, told } = showTags();
    await ask('Fam', 'Merge into another tag');
    await findByRole('combobox', { name: 'The tag that stays' });
    await user.click(await findByRole('button', { name: 'Merge', hidden: true }));
    await findByText('Choose the tag that stays.');
    await user.type(await findByRole('combobox', { name: 'The tag that stays' }), 'amil');
    await user.keyboard('{ArrowDown}{Enter}');
    await findByText('Entries with “Fam” then have “Family” in its place. 4 entries would then carry it.');
    await user.click(await findByRole('button', { name: 'Merge' }));
    await told('“Fam” is now part of “Family”.');
    expect(client.inputsOf('tags.merge')).toEqual([{ name: 'Fam', into: 'Family' }]);
  });

  it('takes a tag off at once, with a way back, and goes on to the next', async () => {
    const { tagsOf, ask, told, user, findByText, getAllByRole } = showTags();
    await ask('Fam', 'Take off all entries');
    await told('“Fam” is taken off all entries.');
    expect(tagsOf()).toEqual([['river'], ['Café'], [], ['Family', 'river']]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('river2 entries'));
    await findByText('You took “Fam” off all entries. This last change of tags can be undone.');
    await user.click(getAllByRole('button', { name: 'Undo' })[0] ?? document.body);
    await told('The tags are as they were.');
    expect(tagsOf()).toEqual(family);
  });
});
