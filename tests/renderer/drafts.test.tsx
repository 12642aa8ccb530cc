import { act, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Link } from 'wouter';
import type { Draft, DraftContent } from '#core/draft';
import { isCramped } from '#lib/appearance';
import { aCheckIn, aGoal, anId, aRun, day } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { GoalsPage } from '../../renderer/features/goals/goals-page';
import { ProfileSection } from '../../renderer/features/settings/profile-section';
import { StatusNotices } from '../../renderer/features/shell/status-notices';
import { noAnswers } from '../../renderer/features/today/check-in-answers';
import { CheckInCard } from '../../renderer/features/today/check-in-card';
import { dropDraft } from '../../renderer/features/today/check-in-draft';
import { CheckInsCard } from '../../renderer/features/today/check-ins-card';
import { CleanTimeCard } from '../../renderer/features/today/clean-time-card';
import { aJournal, moment, onAnEvening, storeGoal } from './days';
import { renderWith } from './render';

onAnEvening();
afterEach(() => {
  isCramped.write(false);
  void dropDraft();
});

type Client = ReturnType<typeof aJournal>;

const left = async (content: DraftContent): Promise<Draft> => {
  const id = anId();
  await window.ebb.call('drafts.keep', { id, content });
  return { id, at: Date.now(), content };
};

const kept = (client: Client) => client.inputsOf('drafts.keep').map(({ content }) => content);

/** Every page that has forms, one after the other. */
const show = () =>
  renderWith(
    <>
      <StatusNotices />
      <CheckInCard />
      <CheckInsCard />
      <CleanTimeCard />
      <GoalsPage />
      <ProfileSection />
    </>,
    '/today',
  );

const halfCheckIn = (note: string): DraftContent => ({
  form: 'check-in',
  ...{ record: anId(), at: null, touchedAt: moment('2026-11-20', 21 * 60).at },
  answers: { ...noAnswers, halt: [], feelings: [], note },
});

describe('what is typed in a form', () => {
  it('is kept while it is typed, and let go of when it is saved', async () => {
    const client = aJournal();
    const { user, findByRole, getByRole } = renderWith(<CheckInCard />);
    await user.click(await findByRole('radio', { name: 'Low' }));
    await waitFor(() => expect(kept(client)).toMatchObject([{ form: 'check-in', answers: { mood: 2 } }]));
    await user.click(getByRole('button', { name: 'Save check-in' }));
    const [draft] = client.inputsOf('drafts.keep');
    await waitFor(() => expect(client.inputsOf('checkIns.save')).toMatchObject([{ mood: 2, finishes: draft?.id }]));
  });

  it('is let go of when the person leaves the form without saving', async () => {
    const client = aJournal();
    const { user, findByText, findByLabelText } = renderWith(<GoalsPage />);
    await user.click(await findByText('New goal'));
    await user.type(await findByLabelText('What you want to do'), 'Walk');
    await waitFor(() => expect(kept(client).at(-1)).toMatchObject({ form: 'goal', told: { title: 'Walk' } }));
    await user.keyboard('{Escape}');
    await user.click(await findByText('Leave without saving'));
    await waitFor(() => expect(client.inputsOf('drafts.drop')).toHaveLength(1));
  });

  it('is not kept where it is what was opened', async () => {
    const client = aJournal({ goals: [aGoal({ title: 'Walk' })] });
    const { user, findByRole, findByLabelText } = renderWith(<GoalsPage />);
    await user.click(await findByRole('button', { name: 'What to do with Walk' }));
    await user.click(await findByRole('menuitem', { name: 'Change' }));
    const field = await findByLabelText('What you want to do');
    await user.type(field, 's');
    await waitFor(() => expect(kept(client)).toHaveLength(1));
    await user.type(field, '{Backspace}');
    await waitFor(() => expect(client.inputsOf('drafts.drop')).toHaveLength(1));
  });
});

describe('what was being typed when the journal was closed', () => {
  it('is offered, and goes on in its form with the time of its last answer', async () => {
    const client = aJournal();
    const draft = await left(halfCheckIn('Cold rain.'));
    const view = show();
    await view.findByText('You were writing this when Ebb locked or stopped. It is still here.');
    await view.user.click(view.getByRole('button', { name: 'Continue: A check-in' }));
    expect(await view.findByDisplayValue('Cold rain.')).toBeDefined();
    await waitFor(() => expect(view.queryByRole('button', { name: 'Continue: A check-in' })).toBeNull());
    await view.user.click(view.getByRole('button', { name: 'Save check-in' }));
    await waitFor(() =>
      expect(client.inputsOf('checkIns.save')).toMatchObject([
        { note: 'Cold rain.', at: moment('2026-11-20', 21 * 60).at, finishes: draft.id },
      ]),
    );
  });

  it('never takes the place of what stands in the form now: that waits in turn', async () => {
    aJournal();
    await left(halfCheckIn('Cold rain.'));
    const view = show();
    await view.user.click(await view.findByRole('radio', { name: 'Low' }));
    await view.user.click(view.getByRole('button', { name: 'Continue: A check-in' }));
    expect(await view.findByDisplayValue('Cold rain.')).toBeDefined();
    await view.user.click(await view.findByRole('button', { name: 'Continue: A check-in' }));
    await waitFor(() => expect(view.getByRole('radio', { name: 'Low' })).toHaveProperty('checked', true));
  });

  it('can be let go of, and that taken back', async () => {
    const client = aJournal();
    const draft = await left(halfCheckIn('Cold rain.'));
    const view = show();
    await view.user.click(await view.findByRole('button', { name: 'Let it go: A check-in' }));
    await waitFor(() => expect(client.inputsOf('drafts.drop')).toEqual([{ id: draft.id }]));
    await waitFor(() => expect(view.queryByText('Cold rain.')).toBeNull());
    await view.user.click(await view.findByText('Undo'));
    expect(await view.findByText('Cold rain.')).toBeDefined();
  });

  it('is offered two at a time, and all of it when asked', async () => {
    aJournal();
    for (const note of ['One.', 'Two.', 'Three.']) await left(halfCheckIn(note));
    const view = show();
    await view.findByText('Three.');
    expect(view.queryByText('One.')).toBeNull();
    await view.user.click(view.getByText('Show all 3'));
    expect(view.getByText('One.')).toBeDefined();
  });

  it('takes one short line in a small window, which opens the rest and closes it again', async () => {
    aJournal();
    for (const note of ['One.', 'Two.', 'Three.']) await left(halfCheckIn(note));
    isCramped.write(true);
    const view = show();
    const notices = within(await view.findByRole('complementary'));
    expect(notices.getByText('3 forms are not saved yet.')).toBeDefined();
    expect(view.queryByText('Three.')).toBeNull();
    expect(notices.getAllByRole('button')).toHaveLength(1);
    await view.user.click(notices.getByRole('button', { name: 'Look' }));
    for (const note of ['One.', 'Two.', 'Three.']) expect(notices.getByText(note)).toBeDefined();
    await view.user.click(notices.getByRole('button', { name: 'Hide' }));
    expect(view.queryByText('Three.')).toBeNull();
    await view.user.click(notices.getByRole('button', { name: 'Look' }));
    const [first] = notices.getAllByRole('button', { name: 'Continue: A check-in' });
    if (first === undefined) throw new Error('no draft');
    await view.user.click(first);
    expect(await view.findByDisplayValue('Three.')).toBeDefined();
    expect(await notices.findByText('2 forms are not saved yet.')).toBeDefined();
    expect(view.queryByText('Two.')).toBeNull();
  });

  it('never stands above Emergency, which is held out to others', async () => {
    aJournal();
    await left(halfCheckIn('Cold rain.'));
    const view = renderWith(
      <>
        <StatusNotices />
        <Link href="/emergency">Help</Link>
        <Link href="/today">Back</Link>
      </>,
      '/today',
    );
    await view.findByText('Cold rain.');
    await view.user.click(view.getByText('Help'));
    expect(view.queryByText('Cold rain.')).toBeNull();
    expect(view.queryByRole('complementary')).toBeNull();
    await view.user.click(view.getByText('Back'));
    expect(view.getByText('Cold rain.')).toBeDefined();
  });

  it('opens the check-in, goal and run that were being changed', async () => {
    const checkIn = aCheckIn({ ...moment('2026-11-21', 8 * 60), mood: 2, note: 'Slow.' });
    const client = aJournal({ checkIns: [checkIn], runs: [aRun({ began: moment('2026-07-06', 0), note: 'Old.' })] });
    const stored = await window.ebb.call('checkIns.list', { from: day('2026-11-21'), to: day('2026-11-21') });
    const [known] = (stored as { value: { id: typeof checkIn.id; version: never }[] }).value;
    await left({
      form: 'check-in-change',
      ...{ record: checkIn.id, baseVersion: known?.version as never, day: day('2026-11-21'), at: checkIn.at },
      answers: { ...noAnswers, halt: [], feelings: [], note: 'Slow, and wet.' },
    });
    const view = show();
    await view.user.click(await view.findByRole('button', { name: 'Continue: A change to a check-in' }));
    const dialog = within(await view.findByRole('dialog', { name: 'Change a check-in' }));
    expect(dialog.getByDisplayValue('Slow, and wet.')).toBeDefined();
    await view.user.click(dialog.getByRole('button', { name: 'Save check-in' }));
    await waitFor(() => expect(client.inputsOf('checkIns.save')).toMatchObject([{ id: checkIn.id }]));
  });

  it('becomes a goal of its own where the one that was being changed is gone', async () => {
    const client = aJournal();
    const gone = storeGoal(aGoal());
    const { title, why, starts, ends, pauses } = { ...gone, title: 'Walk more' };
    await left({
      form: 'goal',
      ...{ record: gone.id, baseVersion: gone.version },
      told: {
        ...{ title, why, starts, ends, pauses, kind: 'yes-no', target: null, unit: '' },
        ...{ rhythm: 'daily', days: [1], times: 3, hasEnd: false },
      },
    });
    const view = show();
    await view.user.click(await view.findByRole('button', { name: 'Continue: A goal' }));
    expect(await view.findByDisplayValue('Walk more')).toBeDefined();
    await view.user.click(view.getByText('Save goal'));
    await waitFor(() => expect(client.inputsOf('goals.save')).toMatchObject([{ baseVersion: null }]));
    expect(client.inputsOf('goals.save')[0]?.id).not.toBe(gone.id);
  });

  it('opens the end of a run, or the run where it is over by now, with the words', async () => {
    const run = aRun({ began: moment('2026-07-06', 0), note: 'Old.' });
    aJournal({ runs: [{ ...run, ended: moment('2026-11-01', 0), endCause: 'other' }] });
    await left({
      form: 'run-end',
      ...{ record: run.id, baseVersion: null, cause: 'slip', note: 'Payday.', beginNext: true, next: null },
      ended: { day: day('2026-11-20'), minutes: null },
    });
    const view = show();
    await view.user.click(await view.findByRole('button', { name: 'Continue: The end of a run' }));
    const note = await view.findByLabelText('Note');
    expect(note).toHaveProperty('value', 'Old.\n\nPayday.');
  });

  it('stands in the form of Settings again', async () => {
    aJournal({ profile: { name: 'Sam' } });
    await left({ form: 'profile', typed: { reason: 'Mia' } });
    const view = show();
    await view.user.click(await view.findByRole('button', { name: 'Continue: About you' }));
    await waitFor(() => expect(view.getByLabelText('One reason')).toHaveProperty('value', 'Mia'));
  });

  it('waits on where the form cannot be opened', async () => {
    const client = aJournal();
    await left({
      form: 'run',
      ...{ record: anId(), baseVersion: null, cause: 'other', note: 'A.', ended: null },
      began: { day: null, minutes: null },
    });
    const view = show();
    const button = await view.findByRole('button', { name: 'Continue: A run' });
    client.answer('runs.list', failing('INTERNAL'));
    await view.user.click(button);
    await act(async () => undefined);
    expect(view.getByRole('button', { name: 'Continue: A run' })).toBeDefined();
  });
});
