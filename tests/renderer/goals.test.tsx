import { waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { flushAll } from '#lib/unsaved-work';
import { aGoal, day } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { GoalsPage } from '../../renderer/features/goals/goals-page';
import { aJournal, onAnEvening, today } from './days';
import { renderWith } from './render';

onAnEvening();

const show = () => renderWith(<GoalsPage />, '/goals');
type View = ReturnType<typeof show>;
const card = async (view: View, title: string) => within(await view.findByRole('article', { name: title }));
const choose = async (view: View, title: string, what: string) => {
  await view.user.click(await view.findByRole('button', { name: `What to do with ${title}` }));
  await view.user.click(await view.findByRole('menuitem', { name: what }));
};

describe('an empty page of goals', () => {
  it('offers examples that fill in the form', async () => {
    const client = aJournal();
    const { user, findByText } = show();
    await user.click(await findByText('Three meetings a week'));
    await user.click(await findByText('Save goal'));
    await waitFor(() =>
      expect(client.inputsOf('goals.save')).toMatchObject([
        { title: 'Three meetings a week', measure: { type: 'yes-no' }, schedule: { type: 'times-a-week', times: 3 } },
      ]),
    );
  });
});

describe('a goal', () => {
  it('is made: an amount on chosen weekdays', async () => {
    const client = aJournal();
    const view = show();
    await view.user.click(await view.findByText('New goal'));
    const dialog = within(await view.findByRole('dialog', { name: 'New goal' }));
    await view.user.click(dialog.getByLabelText('What you want to do'));
    await view.user.paste('Outside');
    await view.user.click(dialog.getByText('An amount'));
    await view.user.type(dialog.getByRole('textbox', { name: 'How much' }), '20');
    await view.user.click(dialog.getByLabelText('Of what'));
    await view.user.paste('minutes');
    await view.user.click(dialog.getByText('On some weekdays'));
    await view.user.click(dialog.getByText('Fri'));
    await view.user.click(dialog.getByLabelText('Why, if you like'));
    await view.user.paste('The river.');
    await view.user.click(dialog.getByText('Save goal'));
    expect(await view.findByRole('article', { name: 'Outside' })).toBeDefined();
    expect(client.inputsOf('goals.save')).toMatchObject([
      {
        title: 'Outside',
        why: 'The river.',
        measure: { type: 'amount', unit: 'minutes', target: 20 },
        schedule: { type: 'weekdays', days: [1, 2, 3, 4] },
        starts: today,
        ends: null,
      },
    ]);
  });

  it('says which fields do not fit yet and stores nothing', async () => {
    const client = aJournal();
    const { user, findByText } = show();
    await user.click(await findByText('New goal'));
    await user.click(await findByText('An amount'));
    await user.click(await findByText('Save goal'));
    expect(await findByText('A few words are needed here.')).toBeDefined();
    expect(await findByText('Choose an amount above 0.')).toBeDefined();
    expect(client.inputsOf('goals.save')).toEqual([]);
  });

  it('keeps what was typed when it cannot be stored, and before the journal locks', async () => {
    const goal = aGoal();
    const client = aJournal({ goals: [goal] });
    client.answer('goals.save', failing('DISK_FULL'));
    const view = show();
    await choose(view, goal.title, 'Change');
    await view.user.type(await view.findByLabelText('Why, if you like'), 'Sleep.');
    await view.user.click(view.getByText('Save goal'));
    expect(await view.findByText('The disk is full.')).toBeDefined();
    expect(await flushAll()).toEqual([]);
    expect(client.inputsOf('goals.save').map(({ why }) => why)).toEqual(['Sleep.']);
    expect(client.inputsOf('drafts.keep').at(-1)?.content).toMatchObject({
      ...{ form: 'goal', record: goal.id },
      told: { why: 'Sleep.' },
    });
  });

  it('keeps its words before the journal locks even where something else does not fit', async () => {
    const client = aJournal();
    const view = show();
    await view.user.click(await view.findByText('New goal'));
    await view.user.type(await view.findByLabelText('What you want to do'), 'Walk to the river');
    await view.user.type(view.getByLabelText('Why, if you like'), 'It helps.');
    await view.user.click(view.getByText('An amount'));
    expect(await flushAll()).toEqual([]);
    expect(client.inputsOf('goals.save')).toEqual([]);
    expect(client.inputsOf('drafts.keep').at(-1)?.content).toMatchObject({
      form: 'goal',
      told: { title: 'Walk to the river', why: 'It helps.', kind: 'amount' },
    });
  });

  it('shows how firm it is, its runs, how often it was kept and its week', async () => {
    const goal = aGoal({ starts: day('2026-11-15') });
    const mark = (date: string, state: 'done' | 'partly' | 'skipped') =>
      ({ goal: goal.id, day: day(date), state, amount: null, note: '' }) as const;
    const marks = [
      mark('2026-11-15', 'done'),
      mark('2026-11-16', 'done'),
      mark('2026-11-17', 'partly'),
      mark('2026-11-18', 'skipped'),
      mark('2026-11-20', 'done'),
    ];
    aJournal({ goals: [goal], marks });
    const view = show();
    const shown = await card(view, goal.title);
    expect(shown.getByText('kept 3 of 5')).toBeDefined();
    expect(shown.getByText('1 time in a row, best 2')).toBeDefined();
    expect(shown.getByRole('meter', { name: 'Strength' })).toBeDefined();
    const week = within(shown.getByRole('list', { name: 'This week' }));
    await week.findByRole('button', { name: 'Monday 16 November: done' });
    expect(week.getByRole('button', { name: 'Tuesday 17 November: partly' })).toBeDefined();
    expect(week.getByRole('button', { name: 'Wednesday 18 November: skipped on purpose' })).toBeDefined();
    expect(week.getByRole('button', { name: 'Thursday 19 November: not recorded' })).toBeDefined();
    expect(week.getByRole('button', { name: 'Saturday 21 November: open' })).toBeDefined();
    expect(week.getByRole('img', { name: 'Sunday 22 November: open' })).toBeDefined();
  });

  it('is paused and goes on again', async () => {
    const goal = aGoal();
    const client = aJournal({ goals: [goal] });
    const view = show();
    await choose(view, goal.title, 'Pause');
    expect(await view.findByRole('heading', { name: 'Paused' })).toBeDefined();
    await choose(view, goal.title, 'Go on');
    await waitFor(() => expect(view.queryByRole('heading', { name: 'Paused' })).toBeNull());
    expect(client.inputsOf('goals.save').map(({ pauses }) => pauses)).toEqual([[{ from: today, to: null }], []]);
  });

  it('is deleted and brought back with its history', async () => {
    const goal = aGoal();
    aJournal({ goals: [goal] });
    const view = show();
    await choose(view, goal.title, 'Delete');
    await waitFor(() => expect(view.queryByRole('article')).toBeNull());
    await view.user.click(await view.findByText('Undo'));
    expect(await view.findByRole('article', { name: goal.title })).toBeDefined();
  });

  it('says what happened when the goals cannot be read', async () => {
    const client = aJournal();
    client.answer('goals.list', failing('INTERNAL'));
    const { findByText } = show();
    expect(await findByText('Something in Ebb did not work.')).toBeDefined();
  });
});
