import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aGoal } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { GoalsTodayCard } from '../../renderer/features/today/goals-today-card';
import { aJournal, onAnEvening, today } from './days';
import { renderWith } from './render';

onAnEvening();

const outside = () => aGoal({ title: 'Outside', measure: { type: 'amount', unit: 'minutes', target: 20 } });
const show = () => renderWith(<GoalsTodayCard />, '/today');

describe("today's list", () => {
  it('ticks what is done and counts it', async () => {
    const goals = [aGoal({ title: 'Three meals' }), aGoal({ title: 'Call Dana' })];
    const client = aJournal({ goals });
    const { user, findByRole, findByText } = show();
    await user.click(await findByRole('checkbox', { name: 'Call Dana' }));
    expect(await findByText('1 of 2')).toBeDefined();
    expect(client.inputsOf('goals.mark')).toEqual([
      { goal: goals[1]?.id, day: today, state: 'done', amount: null, note: '' },
    ]);
    await user.click(await findByRole('checkbox', { name: 'Call Dana' }));
    expect(await findByText('0 of 2')).toBeDefined();
    expect(client.inputsOf('goals.unmark')).toEqual([{ goal: goals[1]?.id, day: today }]);
  });

  it('takes an amount in passing: less than meant is partly, as much is done', async () => {
    const client = aJournal({ goals: [outside()] });
    const { user, findByRole, findByText } = show();
    await user.type(await findByRole('textbox', { name: 'Amount for Outside' }), '12{Enter}');
    expect(await findByText('partly')).toBeDefined();
    await user.clear(await findByRole('textbox', { name: 'Amount for Outside' }));
    await user.type(await findByRole('textbox', { name: 'Amount for Outside' }), '25{Enter}');
    expect(await findByText('1 of 1')).toBeDefined();
    expect(client.inputsOf('goals.mark').map(({ state, amount }) => [state, amount])).toEqual([
      ['partly', 12],
      ['done', 25],
    ]);
  });

  it('tells skipped on purpose apart from not recorded, and leaves it out of the count', async () => {
    const client = aJournal({ goals: [aGoal({ title: 'Three meals' }), aGoal({ title: 'Call Dana' })] });
    const { user, findByRole, findByText } = show();
    await user.click(await findByRole('button', { name: 'More for Call Dana' }));
    await user.click(await findByRole('radio', { name: 'Skipped on purpose' }));
    expect(await findByText('skipped on purpose')).toBeDefined();
    expect(await findByText('0 of 1')).toBeDefined();
    expect(client.inputsOf('goals.mark')).toMatchObject([{ state: 'skipped', amount: null }]);
  });

  it('brings back a note that went with a mark', async () => {
    const goal = aGoal({ title: 'Call Dana' });
    const mark = { goal: goal.id, day: today, state: 'done', amount: null, note: 'She laughed.' } as const;
    const client = aJournal({ goals: [goal], marks: [mark] });
    const { user, findByRole, findByText } = show();
    await user.click(await findByRole('checkbox', { name: 'Call Dana' }));
    await user.click(await findByText('Undo'));
    await waitFor(() => expect(client.inputsOf('goals.mark')).toEqual([mark]));
  });

  it('says what happened when a tick cannot be stored', async () => {
    const client = aJournal({ goals: [aGoal({ title: 'Call Dana' })] });
    client.answer('goals.mark', failing('DISK_FULL'));
    const { user, findByRole, findAllByText } = show();
    await user.click(await findByRole('checkbox', { name: 'Call Dana' }));
    expect((await findAllByText(/The disk is full/)).length).toBeGreaterThan(0);
    expect(await findByRole('checkbox', { name: 'Call Dana' })).toHaveProperty('checked', false);
  });

  it('offers to set a goal when there is none, and leaves a free day free', async () => {
    aJournal();
    const { findByRole, unmount } = show();
    expect(await findByRole('link', { name: 'Set a goal' })).toBeDefined();
    unmount();
  });

  it('says so when nothing is due', async () => {
    aJournal({ goals: [aGoal({ schedule: { type: 'weekdays', days: [1] } })] });
    const { findByText } = show();
    expect(await findByText('Nothing is due today.')).toBeDefined();
  });
});
