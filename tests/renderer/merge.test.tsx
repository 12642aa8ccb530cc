import { act, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { emptyMergeCounts, type MergePreview } from '#core/merge';
import { ok } from '#core/result';
import { DataSection } from '#features/settings/data-section';
import { anId, day } from '#tests/support/builders';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { moment, onAnEvening, open, today } from './days';
import { renderWith } from './render';

onAnEvening();

const exportedAt = moment(today).at;

const told: MergePreview = {
  exportedAt,
  sameJournal: true,
  isNothingNew: false,
  counts: {
    ...emptyMergeCounts(),
    added: { entry: 12, 'check-in': 1 },
    conflicting: { entry: 2 },
    'deleted-there': { entry: 3 },
  },
};

const conflicts = [
  { id: anId(), day: today, title: 'The river', excerpt: 'It was slow.' },
  { id: anId(), day: day('2026-11-19'), title: '', excerpt: 'Grey and cold. And then rain.' },
];

const show = (answers: Parameters<typeof fakeClient>[0] = {}) => {
  const client = fakeClient({
    'vault.status': always(open),
    'bin.list': always({ items: [], next: null, total: 0 }),
    'merge.last': always(null),
    'merge.look': always(told),
    'merge.run': always({ counts: told.counts, conflicts }),
    'merge.undo': always({ left: 0 }),
    'merge.forget': always(null),
    'jobs.cancel': always(null),
    'shell.chooseExportSource': always({ ticket: '0b9f2f0e-93f1-4d0c-8a3e-5b6c7d8e9f00', name: 'other.ebb.age' }),
    ...answers,
  });
  return { client, ...renderWith(<DataSection />) };
};

const look = async (answers: Parameters<typeof show>[0] = {}) => {
  const page = show(answers);
  const { user } = page;
  await user.click(await page.findByRole('button', { name: 'Merge an export' }));
  await user.click(await page.findByRole('button', { name: 'Choose an export file' }));
  await user.type(await page.findByLabelText("The export's passphrase"), 'walnut harbour{Enter}');
  return page;
};

describe('merging an export', () => {
  it('tells in plain words what would change, asks about what was deleted there, and does nothing by itself', async () => {
    const { client, findByRole } = await look();
    const dialog = await findByRole('dialog', { name: 'What would change' });
    const words = dialog.textContent ?? '';
    expect(words).toContain('12 entries and 1 check-in');
    expect(words).toContain('3 entriesDeleted in the export, and still here. What should happen?');
    expect(words).toContain('Only in the export, so these come in.');
    expect(words).toContain('Changed on both sides. Of each, the newer version stands, and the other is kept.');
    expect(words).toContain('First Ebb makes a backup of the journal as it is now.');
    expect(words).not.toContain('another journal');
    expect(within(dialog).getByRole('radio', { name: 'Keep here' }).getAttribute('aria-checked')).toBe('true');
    expect(client.inputsOf('merge.run')).toEqual([]);
  });

  it('speaks of one record as of one', async () => {
    const { findByRole } = await look({
      'merge.look': () => ok({ ...told, counts: { ...emptyMergeCounts(), added: { entry: 1 }, newer: { goal: 2 } } }),
    });
    const words = (await findByRole('dialog', { name: 'What would change' })).textContent ?? '';
    expect(words).toContain('1 entryOnly in the export, so this comes in.');
    expect(words).toContain('2 goalsNewer in the export. Those versions take the place of yours');
  });

  it('merges with the answer given, shows what it did, and undoes it from there', async () => {
    const { client, user, findByRole, findAllByText, queryByRole } = await look();
    await user.click(await findByRole('radio', { name: 'Delete here too' }));
    await user.click(await findByRole('button', { name: 'Merge' }));
    const done = await findByRole('dialog', { name: 'Merged' });
    expect(done.textContent).toContain('Deleted in the export, and under Recently deleted now.');
    expect(done.textContent).toContain('12 entries and 1 check-inOnly in the export, so these came in.');
    expect(done.textContent).toContain(
      '2 entriesChanged on both sides. Of each, the newer version stands, and the other was kept.',
    );
    expect(done.textContent).not.toMatch(/comes|stays/);
    expect(client.inputsOf('merge.run')).toMatchObject([{ deletions: 'delete' }]);
    await user.click(within(done).getByRole('button', { name: 'Undo the merge' }));
    const question = await findByRole('alertdialog', { name: 'Undo the merge?' });
    await waitFor(() => expect(client.inputsOf('merge.forget')).toHaveLength(1));
    await user.click(within(question).getByRole('button', { name: 'Undo the merge' }));
    await findAllByText('The merge is undone.');
    await waitFor(() => expect(queryByRole('alertdialog')).toBeNull());
    expect(client.inputsOf('merge.undo')).toHaveLength(1);
  });

  it('names what both sides had changed, with a way to each and back to the list', async () => {
    const { user, client, paths, findByRole, queryByRole, findAllByText } = await look({
      'merge.run': always({ counts: { ...told.counts, conflicting: { entry: 5, goal: 1 } }, conflicts }),
    });
    client.answer('merge.last', always({ at: moment(today).at, exportedAt }));
    await user.click(await findByRole('button', { name: 'Merge' }));
    const list = async () => within(await findByRole('list', { name: 'Entries changed on both sides' }));
    const lines = (await list()).getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines).toEqual(['The river Today', 'Grey and cold. Thu 19 Nov', 'and 3 more']);
    await user.click((await list()).getByRole('link', { name: 'The river' }));
    expect(paths.at(-1)).toBe(`/journal/${conflicts[0]?.id}`);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(queryByRole('dialog')).toBeNull());
    await user.click(await findByRole('button', { name: 'What it did' }));
    await user.click((await list()).getByRole('link', { name: 'Grey and cold.' }));
    expect(paths.at(-1)).toBe(`/journal/${conflicts[1]?.id}`);
    await user.click(within(await findByRole('dialog')).getByRole('button', { name: 'Undo the merge' }));
    const question = await findByRole('alertdialog', { name: 'Undo the merge?' });
    await user.click(within(question).getByRole('button', { name: 'Undo the merge' }));
    await findAllByText('The merge is undone.');
    expect(queryByRole('button', { name: 'What it did' })).toBeNull();
  });

  it('shows how far it is, and stops when asked to', async () => {
    const { client, user, findByRole, findByText } = await look();
    await findByText('12 entries and 1 check-in');
    client.answer('merge.run', failing('CANCELLED'));
    const letGo = client.hold('merge.run');
    await user.click(await findByRole('button', { name: 'Merge' }));
    await findByRole('progressbar', { name: 'Getting ready' });
    const [{ job } = { job: '' }] = client.inputsOf('merge.run');
    act(() => client.emit('job.progress', { job, phase: 'merging', done: 0, total: 1 }));
    await findByRole('progressbar', { name: 'Bringing it together' });
    await user.click(await findByRole('button', { name: 'Cancel' }));
    expect(client.inputsOf('jobs.cancel')).toEqual([{ job }]);
    letGo();
    await findByText('12 entries and 1 check-in');
  });

  it('says when there is nothing to merge, and when it is another journal', async () => {
    const { findByText, findByRole, queryByRole } = await look({
      'merge.look': () => ok({ ...told, sameJournal: false, isNothingNew: true, counts: emptyMergeCounts() }),
    });
    await findByText('Everything in this export is here already. There is nothing to merge.');
    await findByText(/It is an export of another journal/);
    await findByRole('button', { name: 'Done' });
    expect(queryByRole('button', { name: 'Merge' })).toBeNull();
  });

  it.each([
    ['WRONG_PASSPHRASE', 'That passphrase does not open this export.'],
    ['DISK_FULL', 'There is not enough room on the disk to merge this export.'],
    ['EXPORT_DAMAGED', 'This export is damaged or not complete.'],
  ] as const)('tells %s where the export is opened, and can be tried again', async (code, words) => {
    const { client, user, findByText, findByLabelText } = await look({ 'merge.look': failing(code) });
    await findByText(words);
    client.answer('merge.look', always(told));
    await user.type(await findByLabelText("The export's passphrase"), 'once more{Enter}');
    await findByText('12 entries and 1 check-in');
  });

  it('tells that the backup before failed, with the way on still there', async () => {
    const { user, findByRole, findByText } = await look({ 'merge.run': failing('SNAPSHOT_DAMAGED') });
    await user.click(await findByRole('button', { name: 'Merge' }));
    await findByText(/So it has not merged anything\./);
    await findByRole('button', { name: 'Merge' });
  });

  it('is undone later from the same place, and tells what was changed since', async () => {
    const { user, findByRole, findByText, findAllByText } = show({
      'merge.last': always({ at: moment(today).at, exportedAt }),
      'merge.undo': always({ left: 2 }),
    });
    await findByText(/^Merged today/);
    await user.click(await findByRole('button', { name: 'Undo the merge' }));
    const question = await findByRole('alertdialog');
    await user.click(within(question).getByRole('button', { name: 'Undo the merge' }));
    await findAllByText('The merge is undone. 2 records were changed since and stay as they are.');
  });
});
