import { waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aRun } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { GoalsPage } from '../../renderer/features/goals/goals-page';
import { CleanTimeCard } from '../../renderer/features/today/clean-time-card';
import { aJournal, moment, onAnEvening } from './days';
import { renderWith } from './render';

onAnEvening();

const openGoal = async () => {
  aJournal();
  const view = renderWith(<GoalsPage />);
  await view.user.click(await view.findByText('New goal'));
  return { view, form: within(await view.findByRole('dialog')) };
};

describe('a form in a dialog', () => {
  it('asks before Escape loses what was typed, and can be gone on with', async () => {
    const { view, form } = await openGoal();
    await view.user.type(form.getByLabelText('Why, if you like'), 'Mia.');
    await view.user.keyboard('{Escape}');
    const question = within(await view.findByRole('alertdialog', { name: 'Leave without saving?' }));
    // What stands out is the way that loses nothing.
    expect(question.getByRole('button', { name: 'Go on here' }).className).toMatch(/primary/);
    expect(question.getByRole('button', { name: 'Leave without saving' }).className).not.toMatch(/primary/);
    await view.user.click(question.getByText('Go on here'));
    expect(await view.findByDisplayValue('Mia.')).toBeDefined();
    await view.user.keyboard('{Escape}');
    await view.user.click(
      within(await view.findByRole('alertdialog')).getByRole('button', { name: 'Leave without saving' }),
    );
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
  });

  it('closes at once when nothing was changed', async () => {
    const { view } = await openGoal();
    await view.user.keyboard('{Escape}');
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    expect(view.queryByRole('alertdialog')).toBeNull();
  });
});

describe('the end of a run', () => {
  it('keeps its words with the run when the way leads to the emergency card instead', async () => {
    const client = aJournal({ runs: [aRun({ began: moment('2026-07-06', 0) })] });
    const view = renderWith(<CleanTimeCard />, '/today');
    await view.user.click(await view.findByText('Runs and milestones'));
    await view.user.click(await view.findByText('It has ended'));
    await view.user.type(await view.findByLabelText('What you want to remember'), 'It was cold.');
    view.unmount();
    await waitFor(() =>
      expect(client.inputsOf('runs.save')).toMatchObject([{ note: 'It was cold.', ended: null, endCause: null }]),
    );
  });

  it('keeps its words to be gone on with where the disk does not take them', async () => {
    const client = aJournal({ runs: [aRun({ began: moment('2026-07-06', 0) })] });
    const view = renderWith(<CleanTimeCard />, '/today');
    await view.user.click(await view.findByText('Runs and milestones'));
    await view.user.click(await view.findByText('It has ended'));
    await view.user.type(await view.findByLabelText('What you want to remember'), 'It was cold.');
    client.answer('runs.save', failing('DISK_FULL'));
    view.unmount();
    await waitFor(() =>
      expect(client.inputsOf('drafts.keep').at(-1)?.content).toMatchObject({ form: 'run-end', note: 'It was cold.' }),
    );
  });
});
