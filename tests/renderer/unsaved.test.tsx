import { waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok } from '#core/result';
import { emptyProfile } from '#core/settings';
import type { UnsavedCall } from '#core/unsaved-call';
import { lockWhenAsked, quitQuestion } from '#lib/lock-journal';
import { flushAll } from '#lib/unsaved-work';
import { aRun } from '#tests/support/builders';
import { always, type FakeClient, failing } from '#tests/support/fake-client';
import { Questions } from '../../renderer/features/first-run/questions';
import { ProfileSection } from '../../renderer/features/settings/profile-section';
import { CheckInCard } from '../../renderer/features/today/check-in-card';
import { dropDraft } from '../../renderer/features/today/check-in-draft';
import { CleanTimeCard } from '../../renderer/features/today/clean-time-card';
import { QuitQuestion } from '../../renderer/quit-question';
import { aJournal, moment, onAnEvening } from './days';
import { renderWith } from './render';

onAnEvening();

afterEach(() => {
  dropDraft();
  quitQuestion.write(false);
});

const typedIn = (calls: readonly UnsavedCall[]) => calls.map(({ method, input }) => [method, JSON.parse(input)]);

describe('before the journal locks', () => {
  it('a half-filled check-in that cannot be kept on the disk is handed on', async () => {
    const client = aJournal();
    client.answer('drafts.keep', failing('DISK_FULL'));
    const { user, findByRole } = renderWith(<CheckInCard />);
    await user.click(await findByRole('radio', { name: 'Low' }));
    expect(typedIn(await flushAll())).toMatchObject([['drafts.keep', { content: { answers: { mood: 2 } } }]]);
  });

  it('the words about the end of a run are kept, and the run goes on', async () => {
    const client = aJournal({ runs: [aRun({ began: moment('2026-07-06', 0) })] });
    const { user, findByText, findByRole } = renderWith(<CleanTimeCard />);
    await user.click(await findByText('Runs and milestones'));
    await user.click(await findByText('It has ended'));
    await user.type(await findByRole('textbox', { name: 'What you want to remember' }), 'It was payday.');
    expect(await flushAll()).toEqual([]);
    expect(client.inputsOf('runs.save')).toEqual([]);
    expect(client.inputsOf('drafts.keep').at(-1)?.content).toMatchObject({ form: 'run-end', note: 'It was payday.' });
  });

  it('words that were there before are not taken away by leaving the end of a run', async () => {
    const client = aJournal({ runs: [aRun({ began: moment('2026-07-06', 0), note: 'With Dana.' })] });
    const { user, findByText, findByRole, unmount } = renderWith(<CleanTimeCard />);
    await user.click(await findByText('Runs and milestones'));
    await user.click(await findByText('It has ended'));
    const field = await findByRole('textbox', { name: 'What you want to remember' });
    await user.clear(field);
    await user.type(field, 'Payday.');
    unmount();
    await waitFor(() => expect(client.inputsOf('runs.save')).toMatchObject([{ note: 'With Dana.\n\nPayday.' }]));
    await waitFor(() => expect(client.inputsOf('drafts.keep').length).toBe(client.inputsOf('drafts.drop').length));
  });

  it('what was told about oneself is stored, also when the page is left', async () => {
    const client = aJournal({ profile: { name: 'Sam' } });
    const { user, findByLabelText, unmount } = renderWith(<ProfileSection />);
    await user.type(await findByLabelText('One reason'), 'Mia');
    client.answer('profile.save', failing('DISK_FULL'));
    client.answer('drafts.keep', failing('DISK_FULL'));
    expect(typedIn(await flushAll())).toMatchObject([['drafts.keep', { content: { typed: { reason: 'Mia' } } }]]);
    client.answer('profile.save', always(emptyProfile));
    client.answer('drafts.keep', always(null));
    unmount();
    await waitFor(() => expect(client.inputsOf('profile.save').at(-1)).toMatchObject({ reason: 'Mia' }));
  });

  it('nothing is stored for somebody who changed nothing', async () => {
    const client = aJournal({ profile: { name: 'Sam' } });
    const { findByLabelText, unmount } = renderWith(<ProfileSection />);
    await findByLabelText('One reason');
    await flushAll();
    unmount();
    expect(client.inputsOf('profile.save')).toEqual([]);
  });

  it('answers to the first questions are stored', async () => {
    const client = aJournal();
    const { user, findByLabelText } = renderWith(<Questions onDone={() => undefined} />);
    await user.type(await findByLabelText('What should Ebb call you?'), 'Sam');
    expect(await flushAll()).toEqual([]);
    expect(client.inputsOf('profile.save')).toMatchObject([{ name: 'Sam' }]);
    expect(client.inputsOf('runs.save')).toEqual([]);
  });
});

const full = (): FakeClient => {
  let kept: UnsavedCall[] = [];
  const client = aJournal();
  client.answer('drafts.keep', failing('DISK_FULL'));
  client.answer('unsaved.keep', ({ calls }) => {
    kept = calls;
    return ok(null);
  });
  client.answer('unsaved.waiting', () => ok(kept.length > 0));
  client.answer('shell.stay', always(null));
  client.answer('shell.quit', always(null));
  return client;
};

const asked = (client: FakeClient) =>
  client.calls.filter(({ method }) => method.startsWith('shell.')).map((c) => c.method);

describe('when the app is about to end', () => {
  it('it asks before words that could not be written are lost, and ends without them only when told to', async () => {
    const client = full();
    const stop = lockWhenAsked();
    const { user, findByRole } = renderWith(
      <>
        <CheckInCard />
        <QuitQuestion />
      </>,
    );
    await user.click(await findByRole('radio', { name: 'Low' }));
    client.emit('vault.locking', { quitting: true });
    const question = within(await findByRole('alertdialog'));
    expect(asked(client)).toContain('shell.stay');
    expect(asked(client)).not.toContain('shell.lock');
    await user.click(question.getByRole('button', { name: 'Try again' }));
    await question.findByText('Still not written.');
    await user.click(question.getByRole('button', { name: 'Close and lose them' }));
    expect(asked(client).at(-1)).toBe('shell.quit');
    stop();
  });

  it('it ends once they are written after all', async () => {
    const client = full();
    const stop = lockWhenAsked();
    const { user, findByRole } = renderWith(
      <>
        <CheckInCard />
        <QuitQuestion />
      </>,
    );
    await user.click(await findByRole('radio', { name: 'Low' }));
    client.emit('vault.locking', { quitting: true });
    const question = within(await findByRole('alertdialog'));
    client.answer('drafts.keep', always(null));
    await user.click(question.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(asked(client).at(-1)).toBe('shell.quit'));
    stop();
  });

  it('it does not ask where nothing would be lost', async () => {
    const client = full();
    const stop = lockWhenAsked();
    client.emit('vault.locking', { quitting: true });
    await waitFor(() => expect(asked(client)).toEqual(['shell.lock']));
    stop();
  });
});

/** The part of the window that takes up what was kept, as a window that has just been opened has it. */
const freshWindow = async () => {
  vi.resetModules();
  return import('#lib/kept-work');
};

const keeping = (calls: readonly UnsavedCall[], content: Parameters<typeof aJournal>[0] = {}): FakeClient => {
  const client = aJournal(content);
  client.answer('unsaved.list', always([...calls]));
  client.answer('unsaved.keep', always(null));
  return client;
};

const kept: UnsavedCall = { method: 'goals.mark', input: JSON.stringify({ note: 'late' }) };

describe('once the journal is open again', () => {
  it('what was kept is written and forgotten', async () => {
    const client = keeping([kept]);
    const { resumeKept, keptProblem } = await freshWindow();
    await resumeKept();
    expect(client.inputsOf('goals.mark')).toMatchObject([{ note: 'late' }]);
    expect(client.inputsOf('unsaved.keep')).toEqual([{ calls: [] }]);
    expect(keptProblem.read()).toBeNull();
    // Whatever is kept later is on the screen already.
    await resumeKept();
    expect(client.inputsOf('goals.mark')).toHaveLength(1);
  });

  it('what still cannot be written stays kept, is told, and is tried again', async () => {
    const client = keeping([kept]);
    client.answer('goals.mark', failing('DISK_FULL'));
    const { resumeKept, writeKept, keptProblem } = await freshWindow();
    await resumeKept();
    expect(keptProblem.read()).toBe('DISK_FULL');
    expect(client.inputsOf('unsaved.keep')).toEqual([]);
    client.answer('goals.mark', always(null));
    await writeKept();
    expect(keptProblem.read()).toBeNull();
    expect(client.inputsOf('unsaved.keep')).toEqual([{ calls: [] }]);
  });
});
