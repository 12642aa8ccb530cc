import { act, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DrillReport, LastDrill, TestedBackup } from '#core/drill';
import { addDays } from '#core/local-date';
import { failed } from '#core/result';
import { snapshotsOf } from '#tests/support/builders';
import { always, failing } from '#tests/support/fake-client';
import { daysAgo, show as showBackups } from './backups-page';
import { moment, onAnEvening, today } from './days';

onAnEvening();

const report: DrillReport = {
  madeAt: moment(today).at,
  entries: 1204,
  checkIns: 1,
  goals: 0,
  last: { day: today, title: 'The river', excerpt: 'It was slow' },
};

const ticket = '8a1c7f66-6c3b-4c59-9f5e-6f64ad0f0f0f';

const ofToday: TestedBackup = { kind: 'snapshot', takenAt: moment(today).at };
const aDrill = (rest: Partial<LastDrill>): LastDrill => ({
  day: today,
  of: null,
  whole: true,
  lastWhole: null,
  ...rest,
});

const show = (answers: Parameters<typeof showBackups>[0] = {}) =>
  showBackups({ 'drill.last': always(null), 'drill.snapshot': always(report), ...answers });

/** The dialog in which a test is begun. */
const open = async (answers: Parameters<typeof showBackups>[0] = {}) => {
  const shown = show(answers);
  await shown.user.click(await shown.findByRole('button', { name: 'Test my backup' }));
  return { ...shown, dialog: within(await shown.findByRole('dialog', { name: 'Test a backup' })) };
};

describe('testing a backup', () => {
  it.each([
    [null, 'You can have Ebb bring a backup back'],
    [aDrill({}), 'Tested on Saturday 21 November 2026: everything could be read back.'],
    [aDrill({ whole: false }), 'Tested on Saturday 21 November 2026: that backup could not be read back.'],
    [
      aDrill({ of: ofToday }),
      'Tested on Saturday 21 November 2026: everything in the backup of today 12:00 could be read back.',
    ],
    [
      aDrill({
        of: { kind: 'export', name: 'journal.ebb.age' },
        whole: false,
        lastWhole: { day: addDays(today, -1), of: ofToday },
      }),
      'Tested on Saturday 21 November 2026: the export journal.ebb.age could not be read back. Test another one. ' +
        'Tested on Friday 20 November 2026: everything in the backup of today 12:00 could be read back.',
    ],
  ])('says when one was last tested, and how that ended (%o)', async (last, words) => {
    const { findByText } = show({ 'drill.last': always(last) });
    await findByText((text) => text.startsWith(words));
  });

  it('tests the newest unless another is chosen, and tells what came back', async () => {
    const { dialog, user, client, findByRole, queryByRole } = await open();
    expect(dialog.getByRole('button', { name: /Which backup/ }).textContent).toContain('today 12:00 (the newest)');
    await user.click(dialog.getByRole('button', { name: 'Test it' }));
    const done = await findByRole('dialog', { name: 'Everything could be read back' });
    expect(client.inputsOf('drill.snapshot')).toMatchObject([{ name: daysAgo(0).name }]);
    for (const words of ['backed up today 12:00', '1,204 entries', '1 check-in', 'no goals']) {
      expect(done.textContent).toContain(words);
    }
    expect(done.textContent).toContain('Saturday 21 November 2026: The river');
    await user.click(within(done).getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(queryByRole('dialog')).toBeNull());
  });

  it('offers no damaged one, and says so where there is none at all', async () => {
    const { dialog } = await open({ 'snapshots.list': always(snapshotsOf([daysAgo(0, { damaged: true })])) });
    dialog.getByText(/There is no backup to test yet/);
    expect(dialog.getByRole('button', { name: 'Test it' }).hasAttribute('disabled')).toBe(true);
  });

  it('tests an export under its own passphrase', async () => {
    const { dialog, user, client, findByRole } = await open({
      'shell.chooseExportSource': always({ ticket, name: 'journal.ebb.age' }),
      'drill.export': always(report),
    });
    await user.click(dialog.getByRole('radio', { name: 'An export file' }));
    await user.click(dialog.getByRole('button', { name: 'Choose an export file' }));
    await user.type(await dialog.findByLabelText("The export's passphrase"), 'quiet harbour{Enter}');
    await findByRole('dialog', { name: 'Everything could be read back' });
    expect(client.inputsOf('drill.export')).toMatchObject([{ source: ticket, passphrase: 'quiet harbour' }]);
  });

  it('has the field of an export ready again when its passphrase was wrong', async () => {
    const { dialog, user, client, findByRole } = await open({
      'shell.chooseExportSource': always({ ticket, name: 'journal.ebb.age' }),
      'drill.export': failing('WRONG_PASSPHRASE'),
    });
    await user.click(dialog.getByRole('radio', { name: 'An export file' }));
    await user.click(dialog.getByRole('button', { name: 'Choose an export file' }));
    await user.type(await dialog.findByLabelText("The export's passphrase"), 'quiet harbour{Enter}');
    await dialog.findByRole('alert');
    expect(document.activeElement).toBe(dialog.getByLabelText("The export's passphrase"));
    client.answer('drill.export', always(report));
    await user.keyboard('s{Enter}');
    await findByRole('dialog', { name: 'Everything could be read back' });
    expect(client.inputsOf('drill.export').at(-1)?.passphrase).toBe('quiet harbours');
  });

  it.each([
    [{ code: 'SNAPSHOT_DAMAGED' }, 'This backup could not be read back: it is damaged.'],
    [{ code: 'DISK_FULL' }, 'There is not enough room on the disk for the test.'],
  ] as const)('says calmly what went wrong (%o), until something else is chosen', async (error, words) => {
    const { dialog, user, client } = await open({ 'drill.snapshot': () => failed(error) });
    await user.click(dialog.getByRole('button', { name: 'Test it' }));
    expect((await dialog.findByRole('alert')).textContent).toContain(words);
    client.answer('drill.snapshot', always(report));
    await user.click(dialog.getByRole('radio', { name: 'An export file' }));
    expect(dialog.queryByRole('alert')).toBeNull();
  });

  it('shows how far it is, and stops when asked to', async () => {
    const { dialog, user, client, queryByRole } = await open({ 'drill.snapshot': failing('CANCELLED') });
    const letGo = client.hold('drill.snapshot');
    await user.click(dialog.getByRole('button', { name: 'Test it' }));
    const [{ job } = { job: '' }] = client.inputsOf('drill.snapshot');
    act(() => client.emit('job.progress', { job, phase: 'writing', done: 1, total: 4 }));
    await dialog.findByRole('progressbar', { name: 'Writing' });
    await user.keyboard('{Escape}');
    expect(client.inputsOf('jobs.cancel')).toEqual([{ job }]);
    letGo();
    await waitFor(() => expect(dialog.queryByRole('progressbar')).toBeNull());
    expect(queryByRole('alert')).toBeNull();
  });
});

describe('backups of one minute', () => {
  it('are told apart by their seconds, the others without', async () => {
    const { at } = moment(today);
    const { findAllByRole, getByRole } = show({
      'snapshots.list': always(
        snapshotsOf([
          daysAgo(0, { name: '20261121T110009000Z-1' as never, takenAt: at + 9000 }),
          daysAgo(0, { name: '20261121T110003000Z-1' as never, takenAt: at + 3000 }),
          daysAgo(1),
        ]),
      ),
    });
    const rows = await findAllByRole('listitem');
    expect(rows.map((row) => row.querySelector('time')?.textContent)).toEqual([
      'Today, 12:00:09',
      'Today, 12:00:03',
      'Yesterday, 12:00',
    ]);
    getByRole('button', { name: 'Look inside: the backup of today 12:00:03' });
  });

  it('are told apart where one was tested, too', async () => {
    const { at } = moment(today);
    const tested = { at: at + 3000, name: '20261121T110003000Z-1' };
    const { user, findByText, findByRole } = show({
      'snapshots.list': always(
        snapshotsOf([
          daysAgo(0, { name: '20261121T110009000Z-1' as never, takenAt: at + 9000, damaged: true }),
          daysAgo(0, { name: tested.name as never, takenAt: tested.at }),
        ]),
      ),
      'drill.last': always(aDrill({ of: { kind: 'snapshot', takenAt: tested.at } })),
      'drill.snapshot': always({ ...report, madeAt: tested.at }),
    });
    await findByText(/everything in the backup of today 12:00:03 could be read back/);
    await user.click(await findByRole('button', { name: 'Test my backup' }));
    await user.click(await findByRole('button', { name: 'Test it' }));
    const done = await findByRole('dialog', { name: 'Everything could be read back' });
    expect(done.textContent).toContain('backed up today 12:00:03');
  });

  it('are told apart within one second, too', async () => {
    const { at } = moment(today);
    const takenAt = (more: number, name: string) => daysAgo(0, { name: name as never, takenAt: at + more });
    const { findAllByRole } = show({
      'snapshots.list': always(
        snapshotsOf([
          takenAt(9400, '20261121T110009400Z-1'),
          takenAt(9100, '20261121T110009100Z-1'),
          takenAt(3000, '20261121T110003000Z-1'),
        ]),
      ),
    });
    const rows = await findAllByRole('listitem');
    expect(rows.map((row) => row.querySelector('time')?.textContent)).toEqual([
      'Today, 12:00:09.4',
      'Today, 12:00:09.1',
      'Today, 12:00:03',
    ]);
  });

  it('lead to a look inside, unless they are damaged', async () => {
    const { user, findByRole, getAllByRole, paths } = show({
      'snapshots.list': always(snapshotsOf([daysAgo(0), daysAgo(1, { damaged: true })])),
    });
    const button = await findByRole('button', { name: 'Look inside: the backup of today 12:00' });
    expect(getAllByRole('button', { name: /^Look inside/ })).toHaveLength(1);
    await user.click(button);
    expect(paths.at(-1)).toBe(`/settings/backups/${daysAgo(0).name}`);
  });
});
