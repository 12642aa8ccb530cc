import { act, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import type { EntryDraft, EntrySummary } from '#core/entry';
import type { CopiedBack, EntryNow, Inside, InsideEntry } from '#core/inside';
import { ok } from '#core/result';
import { InsidePage } from '#features/inside/inside-page';
import { anEntry, aSnapshot, snapshotsOf } from '#tests/support/builders';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { moment, onAnEvening, open as openStatus } from './days';
import { stored, summaryOf } from './journal-fake';
import { renderWith } from './render';

onAnEvening();

const { at } = moment('2026-11-20', 12 * 60);
const snapshot = aSnapshot({ takenAt: at });
const { name } = snapshot;

const inside: Inside = { name, takenAt: at, counts: { entry: 3, 'check-in': 7 }, kept: 2, bin: 1 };

const river = anEntry({ title: 'The river', text: 'It was slow and grey.' });
const bees = anEntry({ title: 'Bees', text: 'The second page of the book.' });

const foundOf = (draft: EntryDraft, now: EntryNow): InsideEntry => ({ entry: stored(draft), now, attachments: 0 });

/** A backup with two entries that is looked into; `now` is how the first stands in the journal of today. */
const show = async (now: EntryNow, answers: Parameters<typeof fakeClient>[0] = {}) => {
  const items: (EntrySummary & { now: EntryNow })[] = [
    { ...summaryOf(stored(river)), now },
    { ...summaryOf(stored(bees)), now: 'same' },
  ];
  const client = fakeClient({
    'vault.status': always(openStatus),
    'snapshots.list': always(snapshotsOf([snapshot])),
    'inside.open': always(inside),
    'inside.close': always(null),
    'jobs.cancel': always(null),
    'inside.list': ({ bin }) => ok({ items: bin ? [] : items, next: null }),
    'inside.search': ({ text }) =>
      ok({
        items: items
          .filter(({ title }) => title.toLowerCase().includes(text))
          .map((item) => ({ ...item, titleParts: [{ text: item.title, hit: true }], snippet: [] })),
        next: null,
      }),
    'inside.get': ({ id }) => ok(id === river.id ? foundOf(river, now) : foundOf(bees, 'same')),
    ...answers,
  });
  const screen = renderWith(
    <Route path="/settings/backups/:name" component={InsidePage} />,
    `/settings/backups/${name}`,
  );
  return { client, ...screen };
};

/** The same with the first entry chosen. */
const choose = async (now: EntryNow, answers: Parameters<typeof fakeClient>[0] = {}) => {
  const shown = await show(now, answers);
  await shown.user.click(await shown.findByRole('option', { name: /The river/ }));
  const article = await shown.findByRole('article', { name: 'Entry as it was then' });
  await within(article).findByRole('heading', { name: 'The river' });
  return { ...shown, article };
};

describe('looking into a backup', () => {
  it('says from when it is and lists what is in it, with a mark on what stands otherwise today', async () => {
    const { findByRole, getAllByRole, findByText, user, getByRole } = await show('gone');
    await findByRole('heading', { level: 1, name: 'The backup of yesterday 12:00' });
    await findByRole('option', { name: /The river/ });
    const [first, second] = getAllByRole('option');
    expect(first?.textContent).toContain('It was slow and grey.');
    expect(first?.textContent).toContain('not in your journal now');
    expect(second?.textContent).not.toContain('now');
    await user.click(getByRole('button', { name: 'How much is in it' }));
    await findByText('7 check-ins');
  });

  it('opens it once, and closes it when the view is left', async () => {
    const { client, findByRole, unmount } = await show('same');
    await findByRole('option', { name: /The river/ });
    expect(client.inputsOf('inside.open')).toMatchObject([{ name }]);
    expect(client.inputsOf('inside.close')).toEqual([]);
    unmount();
    expect(client.inputsOf('inside.close')).toHaveLength(1);
  });

  it('reads an entry in full, with its date, and offers nothing where the journal has the same words', async () => {
    const { article } = await choose('same');
    expect(article.textContent).toContain('It was slow and grey.');
    expect(article.textContent).toContain('Your journal has this entry with the same words.');
    expect(within(article).queryByRole('button', { name: /Copy|Put/ })).toBeNull();
    expect(within(article).getByRole('link', { name: 'Show it as it is now' })).toBeDefined();
    expect(within(article).queryByRole('textbox')).toBeNull();
  });

  it('searches in it, and says where nothing is found', async () => {
    const { user, findByRole, getByRole, findByText, queryByRole } = await show('same');
    await findByRole('option', { name: /The river/ });
    await user.type(getByRole('searchbox', { name: 'Search this backup' }), 'bees');
    await waitFor(() => expect(queryByRole('option', { name: /The river/ })).toBeNull());
    await findByRole('option', { name: /Bees/ });
    await user.type(getByRole('searchbox'), 'x');
    await findByText('Nothing found in this backup for “beesx”.');
  });

  it('shows what lay in its bin when asked to', async () => {
    const { user, findByRole, findByText, client } = await show('same');
    await user.click(await findByRole('radio', { name: 'Deleted then (1)' }));
    await findByText('There are no entries in this backup.');
    expect(client.inputsOf('inside.list').at(-1)).toMatchObject({ bin: true });
  });

  it.each([
    ['SNAPSHOT_DAMAGED', 'This backup is damaged.'],
    ['NOT_FOUND', 'This backup is not there any more'],
    ['VAULT_NEWER', 'This backup was made by a newer version of Ebb.'],
  ] as const)('says what is wrong (%s), and tries again', async (code, words) => {
    const { client, user, findByRole } = await show('same', { 'inside.open': failing(code) });
    const alert = await findByRole('alert');
    expect(alert.textContent).toContain(words);
    client.answer('inside.open', always(inside));
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    await findByRole('option', { name: /The river/ });
  });

  it('shows how far it is where that takes a while, and stops when asked to', async () => {
    const { client, user, findByRole } = await show('same', { 'inside.open': () => new Promise(() => undefined) });
    await findByRole('progressbar', { name: 'Getting ready' }, { timeout: 2000 });
    const [{ job } = { job: '' }] = client.inputsOf('inside.open');
    act(() => client.emit('job.progress', { job, phase: 'verifying', done: 1, total: 4 }));
    await findByRole('progressbar', { name: 'Reading it back and checking' });
    await user.click(await findByRole('button', { name: 'Cancel' }));
    expect(client.inputsOf('jobs.cancel')).toEqual([{ job }]);
  });
});

describe('copying back', () => {
  const after = stored({ ...river, title: 'The river' });

  it('brings back what is gone; Undo puts it into the bin', async () => {
    const copied: CopiedBack = { entry: after, before: null };
    const { user, article, client, findAllByText, findByRole } = await choose('gone', {
      'inside.copyBack': always(copied),
      'entries.delete': always(null),
    });
    client.answer('inside.get', always(foundOf(river, 'same')));
    await user.click(within(article).getByRole('button', { name: 'Copy back into the journal' }));
    await findAllByText('“The river” is back in your journal.');
    expect(client.inputsOf('inside.copyBack')).toEqual([{ name, id: river.id, asNew: false }]);
    await within(article).findByText('Your journal has this entry with the same words.');
    await user.click(await findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(client.inputsOf('entries.delete')).toEqual([{ id: river.id }]));
  });

  it('puts the old words back; Undo stores what stood there', async () => {
    const before = { ...stored({ ...river, title: 'New' }), mood: 4 };
    const { user, article, client, findAllByText, findByRole } = await choose('changed', {
      'inside.copyBack': always({ entry: after, before }),
      'entries.save': always(before),
    });
    await user.click(within(article).getByRole('button', { name: 'Put these words back' }));
    await findAllByText(
      'The words of then are back in “The river”. The words of today are kept among its earlier states.',
    );
    await user.click(await findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(client.inputsOf('entries.save')).toMatchObject([{ title: 'New', mood: 4, baseVersion: after.version }]),
    );
    expect(client.inputsOf('entries.delete')).toEqual([]);
  });

  it('puts what came out of the bin there again when undone', async () => {
    const before = { ...stored(river), deletedAt: at };
    const { user, article, client, findByRole } = await choose('bin', {
      'inside.copyBack': always({ entry: after, before }),
      'entries.save': always(after),
      'entries.delete': always(null),
    });
    await user.click(within(article).getByRole('button', { name: 'Copy back into the journal' }));
    await user.click(await findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(client.inputsOf('entries.delete')).toEqual([{ id: river.id }]));
    expect(client.inputsOf('entries.save')).toHaveLength(1);
  });

  it('makes a new entry of it beside the one that is there, and says so beside the words until that is undone', async () => {
    const made = stored(anEntry());
    const { user, article, client, findAllByText, findByRole, findByText, queryByText } = await choose('changed', {
      'inside.copyBack': always({ entry: made, before: null }),
      'entries.delete': always(null),
    });
    const pane = within(article);
    await user.click(pane.getByRole('button', { name: 'Copy as a new entry' }));
    await findAllByText('“I went to the river.” is in your journal as a new entry.');
    expect(client.inputsOf('inside.copyBack')).toMatchObject([{ asNew: true }]);
    await pane.findByText('You have copied these words into a new entry.');
    expect(pane.getByRole('link', { name: 'Show the new entry' }).getAttribute('href')).toBe(`#/journal/${made.id}`);
    expect(pane.queryByRole('button', { name: 'Copy as a new entry' })).toBeNull();
    // Another entry says nothing of it, and coming back finds it said still.
    await user.click(await findByRole('option', { name: /Bees/ }));
    await findByText('The second page of the book.', { selector: 'p' });
    expect(queryByText(/^You have copied/)).toBeNull();
    await user.click(await findByRole('option', { name: /The river/ }));
    const again = within(await findByRole('article', { name: 'Entry as it was then' }));
    await again.findByText('You have copied these words into a new entry.');
    await user.click(await findByRole('button', { name: 'Undo' }));
    await again.findByRole('button', { name: 'Copy as a new entry' });
    expect(queryByText(/^You have copied/)).toBeNull();
  });

  it('says why where it cannot, and leaves it offered', async () => {
    const { user, article, findAllByText } = await choose('gone', { 'inside.copyBack': failing('DISK_FULL') });
    await user.click(within(article).getByRole('button', { name: 'Copy back into the journal' }));
    await findAllByText(/The disk is full/);
    expect(within(article).getByRole('button', { name: 'Copy back into the journal' })).toBeDefined();
  });
});
