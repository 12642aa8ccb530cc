import { act, waitFor, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failed } from '#core/result';
import type { UnsavedCall } from '#core/unsaved-call';
import { registerUnsavedWork, unsaved } from '#lib/unsaved-work';
import { anEntry, snapshotsOf } from '#tests/support/builders';
import { always, failing } from '#tests/support/fake-client';
import { daysAgo, show } from './backups-page';
import { onAnEvening } from './days';

onAnEvening();

const TO_YESTERDAY = 'Go back to this: the backup of yesterday 12:00';

const ask = async (answers: Parameters<typeof show>[0] = {}) => {
  const page = show({ 'unsaved.list': always([]), 'snapshots.restore': always(null), ...answers });
  await page.user.click(await page.findByRole('button', { name: TO_YESTERDAY }));
  const question = await page.findByRole('alertdialog', { name: 'Go back to the backup of yesterday 12:00?' });
  const goBack = () => page.user.click(within(question).getByRole('button', { name: 'Go back' }));
  return { ...page, question, goBack };
};

/** Something on the screen that is saved when asked, or hands this over. */
const onTheScreen = (left: readonly UnsavedCall[]): { readonly flushed: () => number } => {
  let times = 0;
  const end = registerUnsavedWork(async () => {
    times += 1;
    return left;
  });
  onTestFinished(end);
  return { flushed: () => times };
};

describe('going back to a backup', () => {
  it('says what will happen, and does nothing when the person would rather not', async () => {
    const { client, user, question, queryByRole } = await ask();
    const words = question.textContent ?? '';
    expect(words).toContain('What you wrote or changed since will not be in it.');
    expect(words).toContain('makes a backup of the journal as it is now');
    expect(words).toContain('It opens with the passphrase you have today.');
    expect(words).toContain('stays on this computer for 30 days. Until then you can choose it on the lock screen.');
    await user.click(within(question).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(queryByRole('alertdialog')).toBeNull());
    expect(client.inputsOf('snapshots.restore')).toEqual([]);
  });

  it('saves what is on the screen, goes back, and empties the window', async () => {
    const { flushed } = onTheScreen([]);
    const { client, goBack, findByText } = await ask();
    await goBack();
    await findByText('It is done. Ebb is locking now.');
    expect(flushed()).toBe(1);
    expect(client.inputsOf('snapshots.restore')).toMatchObject([{ name: daysAgo(1).name }]);
    const order = client.calls.map(({ method }) => method);
    expect(order.slice(order.indexOf('snapshots.restore'))).toEqual(['snapshots.restore', 'shell.lock']);
  });

  it('does not go on while something could not be saved, and says so', async () => {
    onTheScreen([unsaved('entries.save', anEntry())]);
    const { client, goBack, findByRole } = await ask();
    await goBack();
    const told = (await findByRole('alert')).textContent ?? '';
    expect(told).toContain('Some words could not be saved yet, so Ebb has not gone back.');
    expect(told).toContain('Your journal is as it was');
    expect(client.inputsOf('snapshots.restore')).toEqual([]);
    expect(client.inputsOf('shell.lock')).toEqual([]);
  });

  it('shows how far it is, stays above the page, and stops when asked to', async () => {
    const { client, user, goBack, question, getByRole, findByRole, findByText, queryByRole } = await ask({
      'snapshots.restore': failing('CANCELLED'),
    });
    const letGo = client.hold('snapshots.restore');
    await goBack();
    await goBack();
    await findByRole('progressbar', { name: 'Getting ready' });
    const [{ job } = { job: '' }] = client.inputsOf('snapshots.restore');
    act(() => client.emit('job.progress', { job, phase: 'verifying', done: 3, total: 4 }));
    const bar = await findByRole('progressbar', { name: 'Reading it back and checking' });
    expect(question.contains(bar)).toBe(true);
    await user.keyboard('{Escape}');
    expect(client.inputsOf('jobs.cancel')).toEqual([{ job }]);
    expect(getByRole('alertdialog')).toBe(question);
    letGo();
    await findByText('You stopped it.');
    await waitFor(() => expect(queryByRole('alertdialog')).toBeNull());
    expect(client.inputsOf('snapshots.restore')).toHaveLength(1);
    expect(client.inputsOf('shell.lock')).toEqual([]);
  });

  it.each([
    [{ code: 'SNAPSHOT_DAMAGED', fields: { name: 'damaged' } }, 'This backup is damaged. Your journal and the other'],
    [{ code: 'SNAPSHOT_DAMAGED' }, 'Ebb read the new backup back, and it was not what had been written.'],
    [{ code: 'DISK_FULL' }, 'There is not enough room on the disk for a backup.'],
    [{ code: 'NOT_FOUND' }, 'This backup is not there any more.'],
  ] as const)('tells %o in the question, locks nothing, and can be tried again', async (error, words) => {
    const { client, goBack, findByRole, findByText } = await ask({ 'snapshots.restore': () => failed(error) });
    await goBack();
    const told = within(await findByRole('alert')).getAllByText(/./);
    expect(told.map(({ textContent }) => textContent).join(' ')).toContain(words);
    expect(client.inputsOf('shell.lock')).toEqual([]);
    client.answer('snapshots.restore', always(null));
    await goBack();
    await findByText('It is done. Ebb is locking now.');
  });

  it('is not offered for one that is damaged, and the one made before going back is marked', async () => {
    const { findAllByRole } = show({
      'snapshots.list': always(
        snapshotsOf([
          daysAgo(0, { reason: 'before-restore' }),
          daysAgo(1, { damaged: true, verifiedAt: null }),
          daysAgo(2, { reason: 'before-rekey', earlierKey: true }),
          daysAgo(3, { reason: 'before-merge', earlierKey: true }),
          // The change that it was taken for was stopped.
          daysAgo(4, { reason: 'before-rekey' }),
        ]),
      ),
    });
    const [first, second, third, fourth, fifth] = await findAllByRole('listitem');
    expect(third?.textContent).toContain('made before the key was changed');
    expect(fourth?.textContent).toContain('made before merging an export · made before the key was changed');
    expect(fifth?.textContent).not.toContain('key');
    expect(first?.textContent).toContain('made before going back');
    expect(second?.textContent).not.toContain('Go back');
  });
});
