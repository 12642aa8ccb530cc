import { act, fireEvent, renderHook, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Method } from '#core/contract';
import { ok } from '#core/result';
import { FirstRun } from '#features/first-run/first-run';
import { Questions } from '#features/first-run/questions';
import { UnlockForm } from '#features/lock/unlock-form';
import { RestoreScreen } from '#features/restore/restore-screen';
import { ChangePassphrase } from '#features/settings/change-passphrase';
import { ExportDialog } from '#features/settings/export-dialog';
import { NewRecoveryKey } from '#features/settings/new-recovery-key';
import { useOneAtATime } from '#lib/one-at-a-time';
import { flushAll } from '#lib/unsaved-work';
import { aCheckIn, aRun } from '#tests/support/builders';
import { always, type FakeClient, failing, fakeClient } from '#tests/support/fake-client';
import { RecoveryKey } from '#ui/recovery-key';
import { GoalsPage } from '../../renderer/features/goals/goals-page';
import { CheckInsCard } from '../../renderer/features/today/check-ins-card';
import { CleanTimeCard } from '../../renderer/features/today/clean-time-card';
import { aJournal, moment, onAnEvening } from './days';
import { entryOf, fakeJournal, showJournal } from './journal-fake';
import { renderWith } from './render';

onAnEvening();

type View = ReturnType<typeof renderWith>;

/** As when the window has been busy: nothing is drawn between the one press and the other. */
const pressTwiceAtOnce = (button: HTMLElement): void =>
  act(() => {
    button.click();
    button.click();
  });

/** Presses a button twice at once and once more while its command is under way, and then lets the command be answered. */
const pressAgainAndAgain = async (client: FakeClient, user: View['user'], button: HTMLElement, method: Method) => {
  const letGo = client.hold(method);
  pressTwiceAtOnce(button);
  await user.click(button);
  await act(async () => letGo());
  await waitFor(() => expect(client.inputsOf(method)).not.toEqual([]));
};

const offer = { groups: ['AAAAA', 'BBBBB', 'CCCCC', 'DDDDD', 'EEEEE', 'FFFFF', 'GGGGG', 'HHHHH'], prove: [0, 1] };
const file = { ticket: '0195f2a0-0000-4000-8000-000000000001', name: 'ebb-2026-11-21.ebb.age', folder: '/home/sam' };

const typeNewPassphrase = async ({ user, findByLabelText, getByLabelText }: View, label: string): Promise<void> => {
  await user.type(await findByLabelText(label), 'quite new words');
  await user.type(getByLabelText('The same again'), 'quite new words');
};

describe('work asked for twice', () => {
  it('is done once, even before anything is drawn again, and once more when it is over', async () => {
    const { result } = renderHook(() => useOneAtATime());
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const work = vi.fn(() => gate);
    act(() => {
      void result.current.run(work);
      void result.current.run(work);
    });
    expect(work).toHaveBeenCalledTimes(1);
    expect(result.current.isRunning).toBe(true);
    await act(async () => letGo());
    expect(result.current.isRunning).toBe(false);
    await act(() => result.current.run(work));
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('is waited for by what must come after it', async () => {
    const { result } = renderHook(() => useOneAtATime());
    const order: string[] = [];
    await act(() => result.current.settled());
    await act(async () => {
      void result.current.run(async () => {
        await Promise.resolve();
        order.push('saved');
      });
      await result.current.settled();
      order.push('locked');
    });
    expect(order).toEqual(['saved', 'locked']);
  });

  it('can be asked for again after it has failed', async () => {
    const { result } = renderHook(() => useOneAtATime());
    const failure = new Error('full');
    await act(() => expect(result.current.run(() => Promise.reject(failure))).rejects.toBe(failure));
    expect(result.current.isRunning).toBe(false);
  });
});

describe('a button pressed again and again', () => {
  it('makes one run, and shows that it is being saved', async () => {
    const client = aJournal();
    const view = renderWith(<CleanTimeCard />);
    await view.user.click(await view.findByText('Set a first day'));
    const save = view.getByRole('button', { name: 'Save' });
    const letGo = client.hold('runs.save');
    pressTwiceAtOnce(save);
    expect(save.hasAttribute('data-busy')).toBe(true);
    await view.user.click(save);
    await act(async () => letGo());
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    expect(client.inputsOf('runs.save')).toHaveLength(1);
  });

  it('ends a run once and begins one next', async () => {
    const run = aRun({ began: moment('2026-07-06', 0) });
    const client = aJournal({ runs: [run] });
    const view = renderWith(<CleanTimeCard />);
    await view.user.click(await view.findByText('Runs and milestones'));
    await view.user.click(await view.findByText('It has ended'));
    await pressAgainAndAgain(client, view.user, view.getByText('Write it down'), 'runs.save');
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    expect(client.inputsOf('runs.save').map(({ ended }) => ended === null)).toEqual([false, true]);
  });

  it('goes on where the next run could not be begun, and never makes a second', async () => {
    const client = aJournal({ runs: [aRun({ began: moment('2026-07-06', 0) })] });
    const view = renderWith(<CleanTimeCard />);
    await view.user.click(await view.findByText('Runs and milestones'));
    await view.user.click(await view.findByText('It has ended'));
    client.failOnce('runs.save', ({ baseVersion }) => baseVersion === null, 'DISK_FULL');
    await view.user.click(view.getByText('Write it down'));
    await view.findByText('The disk is full.');
    await view.user.click(view.getByText('Write it down'));
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    const begun = client.inputsOf('runs.save').filter(({ ended }) => ended === null);
    expect(begun).toHaveLength(2);
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
  });

  it('deletes a run and a check-in once', async () => {
    const client = aJournal({
      runs: [aRun({ began: moment('2026-07-06', 0) })],
      checkIns: [aCheckIn({ ...moment('2026-11-21', 8 * 60) })],
    });
    const view = renderWith(
      <>
        <CleanTimeCard />
        <CheckInsCard />
      </>,
    );
    const checkIn = await view.findByRole('button', { name: 'Delete the check-in of 08:00' });
    await pressAgainAndAgain(client, view.user, checkIn, 'checkIns.delete');
    await waitFor(() => expect(view.queryByText('08:00')).toBeNull());
    await view.user.click(await view.findByText('Runs and milestones'));
    const run = await view.findByRole('button', { name: 'Delete the run from Mon 6 Jul' });
    await pressAgainAndAgain(client, view.user, run, 'runs.delete');
    await waitFor(() => expect(run.isConnected).toBe(false));
    expect(client.inputsOf('checkIns.delete')).toHaveLength(1);
    expect(client.inputsOf('runs.delete')).toHaveLength(1);
  });

  it('saves a changed check-in once', async () => {
    const client = aJournal({ checkIns: [aCheckIn({ ...moment('2026-11-21', 8 * 60), mood: 2 })] });
    const view = renderWith(<CheckInsCard />);
    await view.user.click(await view.findByRole('button', { name: 'Change the check-in of 08:00' }));
    const dialog = within(await view.findByRole('dialog'));
    await view.user.click(dialog.getByRole('radio', { name: 'Good' }));
    await pressAgainAndAgain(client, view.user, dialog.getByText('Save check-in'), 'checkIns.save');
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    expect(client.inputsOf('checkIns.save')).toHaveLength(1);
  });

  it('saves a goal once', async () => {
    const client = aJournal();
    const view = renderWith(<GoalsPage />);
    await view.user.click(await view.findByText('Journal every night'));
    await pressAgainAndAgain(client, view.user, await view.findByText('Save goal'), 'goals.save');
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    expect(client.inputsOf('goals.save')).toHaveLength(1);
  });

  it('puts an entry into the bin once, and takes it out once', async () => {
    const entry = entryOf(20, { title: 'Slow' });
    const { client } = fakeJournal([entry]);
    const { user, findByRole, unmount } = showJournal(`/journal/${entry.id}`);
    const bin = await findByRole('button', { name: 'Delete the entry' });
    await pressAgainAndAgain(client, user, bin, 'entries.delete');
    unmount();
    const view = showJournal(`/journal/${entry.id}`);
    const back = await view.findByRole('button', { name: 'Take it back' });
    await pressAgainAndAgain(client, view.user, back, 'entries.restore');
    await view.findByRole('textbox', { name: 'Your page' });
    expect(client.inputsOf('entries.delete')).toHaveLength(1);
    expect(client.inputsOf('entries.restore')).toHaveLength(1);
  });
});

describe('a lock while something is being saved', () => {
  it('waits for both halves of the end of a run, and writes nothing twice', async () => {
    const client = aJournal({ runs: [aRun({ began: moment('2026-07-06', 0) })] });
    const view = renderWith(<CleanTimeCard />);
    await view.user.click(await view.findByText('Runs and milestones'));
    await view.user.click(await view.findByText('It has ended'));
    await view.user.type(view.getByLabelText('What you want to remember'), 'Payday.');
    const letGo = client.hold('runs.save');
    await view.user.click(view.getByText('Write it down'));
    const flushed = flushAll();
    await act(async () => letGo());
    expect(await flushed).toEqual([]);
    expect(client.inputsOf('runs.save').map(({ ended }) => ended === null)).toEqual([false, true]);
  });

  it('leaves the words of a run that goes on after another with that run', async () => {
    const client = aJournal({ runs: [aRun({ began: moment('2026-07-06', 0) })] });
    const view = renderWith(<CleanTimeCard />);
    await view.user.click(await view.findByText('Runs and milestones'));
    await view.user.click(await view.findByText('Add a run'));
    await view.user.type(view.getByLabelText('Note'), 'With Dana.');
    await view.user.click(view.getByText('That run has ended'));
    const letGo = client.hold('runs.save');
    await view.user.click(view.getByText('Write it down'));
    const flushed = flushAll();
    await act(async () => letGo());
    expect(await flushed).toEqual([]);
    expect(client.inputsOf('runs.save').map(({ note }) => note)).toEqual(['', 'With Dana.']);
  });

  it('keeps the words of a new run under the id the run is saved under', async () => {
    const client = aJournal();
    const view = renderWith(<CleanTimeCard />);
    await view.user.click(await view.findByText('Set a first day'));
    await view.user.type(view.getByLabelText('Note'), 'A new start.');
    client.answer('runs.save', failing('DISK_FULL'));
    await view.user.click(view.getByRole('button', { name: 'Save' }));
    await view.findByText('The disk is full.');
    await flushAll();
    await flushAll();
    const ids = client.inputsOf('runs.save').map(({ id }) => id);
    expect(client.inputsOf('drafts.keep').at(-1)?.content).toMatchObject({ record: ids[0], note: 'A new start.' });
    expect(ids).toHaveLength(1);
  });
});

describe('a step of the first run pressed again and again', () => {
  it('makes one journal', async () => {
    const client = fakeClient({ 'vault.create': always(offer) });
    const view = renderWith(
      <FirstRun onDone={vi.fn()} onCancel={undefined} onRestore={vi.fn()} onElsewhere={vi.fn()} />,
    );
    await view.user.click(await view.findByText('Make my journal'));
    await typeNewPassphrase(view, 'Passphrase');
    const send = view.getByText('Go on');
    const letGo = client.hold('vault.create');
    pressTwiceAtOnce(send);
    await act(async () => letGo());
    await view.findByText('I have it');
    expect(client.inputsOf('vault.create')).toHaveLength(1);
  });

  it('opens one sample journal', async () => {
    const onDone = vi.fn();
    const client = fakeClient({ 'vault.openSample': always(null) });
    const view = renderWith(
      <FirstRun onDone={onDone} onCancel={undefined} onRestore={vi.fn()} onElsewhere={vi.fn()} />,
    );
    const sample = await view.findByText('Explore with a sample journal');
    await pressAgainAndAgain(client, view.user, sample, 'vault.openSample');
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(client.inputsOf('vault.openSample')).toHaveLength(1);
  });

  it('proves the recovery key once', async () => {
    const onDone = vi.fn();
    const client = fakeClient({ 'vault.proveRecoveryKey': always({ mismatched: [] }) });
    const view = renderWith(<RecoveryKey offer={offer} onDone={onDone} />);
    await view.user.click(view.getByText('I have it'));
    await view.user.type(view.getByLabelText('Group 1'), 'AAAAA');
    await view.user.type(view.getByLabelText('Group 2'), 'BBBBB');
    await pressAgainAndAgain(client, view.user, view.getByText('Check them'), 'vault.proveRecoveryKey');
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(client.inputsOf('vault.proveRecoveryKey')).toHaveLength(1);
  });

  it('asks once where to save the recovery key', async () => {
    const client = fakeClient({ 'shell.saveRecoveryKey': always(true) });
    const view = renderWith(<RecoveryKey offer={offer} onDone={vi.fn()} />);
    await pressAgainAndAgain(client, view.user, view.getByText('Save as a file'), 'shell.saveRecoveryKey');
    await view.findAllByText(/^Saved\. A file/);
    expect(client.inputsOf('shell.saveRecoveryKey')).toHaveLength(1);
  });

  it('stores the answers once, and tries the same run again when it could not be stored', async () => {
    const onDone = vi.fn();
    const client = aJournal();
    client.answer('runs.save', failing('DISK_FULL'));
    const view = renderWith(<Questions onDone={onDone} />);
    const day = within(view.getByRole('group', { name: 'First day of this run' }));
    // Not focused: happy-dom answers a selection with another one, without end.
    for (const part of day.getAllByRole('spinbutton')) fireEvent.keyDown(part, { key: 'ArrowUp' });
    const save = view.getByText('Save and open my journal');
    await pressAgainAndAgain(client, view.user, save, 'profile.save');
    await view.findByText('The disk is full.');
    expect(client.inputsOf('profile.save')).toHaveLength(1);
    client.answer('runs.save', (draft) => ok({ ...draft, version: 'x' } as never));
    await pressAgainAndAgain(client, view.user, save, 'runs.save');
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    const ids = client.inputsOf('runs.save').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('a secret sent again and again', () => {
  it('unlocks once', async () => {
    const client = fakeClient({ 'vault.unlock': always(null) });
    const view = renderWith(<UnlockForm means="passphrase" onProblem={vi.fn()} />);
    await view.user.type(view.getByLabelText('Passphrase'), 'harbor walnut quilt');
    const send = view.getByText('Unlock');
    const letGo = client.hold('vault.unlock');
    pressTwiceAtOnce(send);
    await act(async () => letGo());
    expect(client.inputsOf('vault.unlock')).toHaveLength(1);
  });

  it('changes the passphrase once', async () => {
    const onClose = vi.fn();
    const client = fakeClient({ 'vault.changePassphrase': always(null) });
    const view = renderWith(<ChangePassphrase withoutCurrent onClose={onClose} />);
    await typeNewPassphrase(view, 'New passphrase');
    const change = view.getByRole('button', { name: 'Change passphrase' });
    await pressAgainAndAgain(client, view.user, change, 'vault.changePassphrase');
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(client.inputsOf('vault.changePassphrase')).toHaveLength(1);
  });

  it('makes one new recovery key: a second would make the one on the screen worthless', async () => {
    const client = fakeClient({ 'vault.offerRecoveryKey': always(offer) });
    const view = renderWith(<NewRecoveryKey onClose={vi.fn()} />);
    await view.user.type(view.getByLabelText('Your passphrase'), 'harbor walnut quilt');
    const send = view.getByText('Make it');
    const letGo = client.hold('vault.offerRecoveryKey');
    pressTwiceAtOnce(send);
    await act(async () => letGo());
    await view.findByText('I have it');
    expect(client.inputsOf('vault.offerRecoveryKey')).toHaveLength(1);
  });
});

describe('a file asked for again and again', () => {
  it('is asked for and written once when exporting', async () => {
    const report = {
      name: 'out.ebb.age',
      bytes: 3_412_345,
      counts: { entry: 12 },
      deleted: 0,
      writeMs: 900,
      verifyMs: 700,
    };
    const client = fakeClient({ 'shell.chooseExportTarget': always(file), 'exports.write': always(report) });
    const view = renderWith(<ExportDialog onClose={vi.fn()} />);
    const choose = view.getByText('Choose where to put it');
    await pressAgainAndAgain(client, view.user, choose, 'shell.chooseExportTarget');
    await typeNewPassphrase(view, 'A passphrase for this file');
    const send = view.getByText('Write the file');
    const letGo = client.hold('exports.write');
    pressTwiceAtOnce(send);
    await act(async () => letGo());
    await view.findByText('12 entries');
    expect(client.inputsOf('shell.chooseExportTarget')).toHaveLength(1);
    expect(client.inputsOf('exports.write')).toHaveLength(1);
  });

  it('is asked for, looked into and restored once', async () => {
    const preview = {
      exportedAt: Date.UTC(2026, 10, 20),
      app: '0.1.0',
      counts: { entry: 12 },
      deleted: 0,
      firstDay: '2025-11-20',
      lastDay: '2026-11-20',
      latestAt: null,
      bytes: 3_412_345,
    };
    const client = fakeClient({
      'shell.chooseExportSource': always(file),
      'exports.inspect': always(preview),
      'exports.restore': always(offer),
    });
    const view = renderWith(<RestoreScreen onDone={vi.fn()} onCancel={vi.fn()} />);
    const choose = view.getByText('Choose an export file');
    await pressAgainAndAgain(client, view.user, choose, 'shell.chooseExportSource');
    await view.user.type(await view.findByLabelText("The export's passphrase"), 'its own words');
    pressTwiceAtOnce(view.getByText('Look inside'));
    await view.findByText('12 entries');
    await typeNewPassphrase(view, 'A passphrase for the restored journal');
    pressTwiceAtOnce(view.getByText('Restore it'));
    await view.findByText('I have it');
    for (const method of ['shell.chooseExportSource', 'exports.inspect', 'exports.restore'] as const) {
      expect([method, client.inputsOf(method).length]).toEqual([method, 1]);
    }
  });
});
