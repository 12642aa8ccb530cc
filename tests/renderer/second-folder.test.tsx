import { describe, expect, it } from 'vitest';
import type { SecondFolder } from '#core/snapshot';
import { BackupsSection } from '#features/settings/backups-section';
import { snapshotsOf } from '#tests/support/builders';
import { always, failing } from '#tests/support/fake-client';
import { daysAgo, show } from './backups-page';
import { onAnEvening } from './days';
import { renderWith } from './render';

onAnEvening();

const stick = { ticket: '4c1f5c1e-8a53-4e33-9d63-0f7c2a0b9a11', name: 'stick', folder: '/media/sam' };
const withStick = (rest: Partial<SecondFolder> = {}) =>
  snapshotsOf([daysAgo(0), daysAgo(1)], {
    second: {
      folder: '/media/sam/stick',
      present: true,
      missing: 0,
      leftOut: { earlier: 0, damaged: 0 },
      newest: daysAgo(0).takenAt,
      problem: null,
      ...rest,
    },
  });
const showStick = (rest: Partial<SecondFolder> = {}) => show({ 'snapshots.list': always(withStick(rest)) });

describe('a second folder', () => {
  it('is offered with the reason for it, chosen in the dialog of the system, and named by nothing but its ticket', async () => {
    const page = show({ 'shell.chooseFolder': always(stick), 'snapshots.chooseSecond': always(null) });
    await page.findByText(/A stick or another disk helps when this disk breaks/);
    page.client.answer('snapshots.list', always(withStick({ missing: 2, newest: null })));
    await page.user.click(page.getByRole('button', { name: 'Choose a folder' }));
    await page.findByText('/media/sam/stick');
    await page.findByText('2 backups still have to be copied. That goes on by itself.');
    expect(page.client.inputsOf('snapshots.chooseSecond')).toEqual([{ folder: stick.ticket }]);
  });

  it('stays as it was when the dialog is closed without a choice', async () => {
    const page = show({ 'shell.chooseFolder': always(null) });
    await page.user.click(await page.findByRole('button', { name: 'Choose a folder' }));
    expect(page.client.inputsOf('snapshots.chooseSecond')).toEqual([]);
    expect(page.queryByRole('alert')).toBeNull();
  });

  it.each([
    [{}, ['It is there, and every backup is copied to it.', 'Its newest copy is of the backup of today 12:00.']],
    [{ missing: 1 }, ['1 backup still has to be copied. That goes on by itself.']],
    [
      { leftOut: { earlier: 2, damaged: 1 } },
      [
        'It is there, and every backup is copied to it but for these:',
        /^2 backups from before the key was changed are not copied there\./,
        '1 damaged backup is not copied there.',
        'Its newest copy is of the backup of today 12:00.',
      ],
    ],
    [{ newest: null }, ['It is there. The next backup is copied to it.']],
    [{ present: false, newest: null }, [/^It is not there now\. Perhaps the stick or disk is not plugged in/]],
    [
      { missing: 3, problem: 'DISK_FULL' },
      ['3 backups still have to be copied.', /^There is not enough room in the second folder/],
    ],
    [{ missing: 3, problem: 'READ_ONLY' }, [/^Ebb may not write in the second folder/]],
  ] as const)('says how it is with it: %o', async (rest, words) => {
    const { findByText } = showStick(rest);
    for (const line of words) await findByText(line);
  });

  it('is followed while the page is open: a stick taken out and put in again', async () => {
    const { client, findByText } = showStick();
    await findByText(/^It is there, and every backup/);
    client.answer('snapshots.list', always(withStick({ present: false, newest: null })));
    await findByText(/^It is not there now/);
    client.answer('snapshots.list', always(withStick()));
    await findByText(/^It is there, and every backup/);
  }, 20_000);

  it.each([
    ['INVALID_INPUT', { fields: { folder: 'inside' } }, 'This folder holds your journals, or lies inside'],
    ['FOLDER_MISSING', {}, 'The folder is not there any more.'],
    ['NOT_FOUND', {}, 'Ebb does not know any more which folder you chose.'],
  ] as const)('that cannot be chosen (%s) says why, and the one before stays', async (code, details, words) => {
    const { client, user, findByRole, getByText } = showStick();
    client.answer('shell.chooseFolder', always(stick));
    client.answer('snapshots.chooseSecond', failing(code, details));
    await user.click(await findByRole('button', { name: 'Choose another' }));
    expect((await findByRole('alert')).textContent).toContain(words);
    getByText('/media/sam/stick');
  });

  it('is let go of; what lies there stays, and so does the focus', async () => {
    const { client, user, findByRole, findAllByText } = showStick();
    client.answer('snapshots.chooseSecond', always(null));
    const stop = await findByRole('button', { name: 'Stop copying' });
    client.answer('snapshots.list', always(snapshotsOf([daysAgo(0)])));
    await user.click(stop);
    await findAllByText('Ebb copies nothing there any more. What lies there stays.');
    const choose = await findByRole('button', { name: 'Choose a folder' });
    expect(client.inputsOf('snapshots.chooseSecond')).toEqual([{ folder: null }]);
    expect(document.activeElement).toBe(choose);
  });

  it('is looked at anew whenever the page is shown', async () => {
    const { client, findByText, unmount } = showStick();
    await findByText('It is there, and every backup is copied to it.');
    unmount();
    client.answer('snapshots.list', always(withStick({ present: false, newest: null })));
    const again = renderWith(<BackupsSection />);
    await again.findByText(/^It is not there now/);
  });
});
