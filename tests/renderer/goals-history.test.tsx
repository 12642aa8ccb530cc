import { waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { GoalDraft } from '#core/goal';
import { aGoal, day } from '#tests/support/builders';
import { GoalsPage } from '../../renderer/features/goals/goals-page';
import { aJournal, onAnEvening, today } from './days';
import { renderWith } from './render';

onAnEvening();

const openHistory = async (goal: GoalDraft) => {
  const client = aJournal({ goals: [goal] });
  const view = renderWith(<GoalsPage />, '/goals');
  await view.user.click(await view.findByText('History'));
  const grid = await view.findByLabelText(`History of ${goal.title}`);
  return { ...view, client, grid };
};
const cellOf = (grid: HTMLElement, date: string): HTMLElement => {
  const cell = grid.querySelector<HTMLElement>(`[data-day="${date}"]`);
  if (cell === null) throw new Error(`no cell of ${date}`);
  return cell;
};

describe('the history of a goal', () => {
  it('holds the days of the last year up to today, and no other', async () => {
    const { grid } = await openHistory(aGoal({ starts: day('2020-01-01') }));
    expect(grid.querySelectorAll('[role="gridcell"]')).toHaveLength(365);
    expect(grid.querySelector('[data-day="2026-11-22"]')).toBeNull();
    expect(cellOf(grid, '2025-11-22').getAttribute('aria-label')).toBe('Saturday 22 November 2025: not recorded');
  });

  it('is walked with the arrow keys and changed with Enter', async () => {
    const goal = aGoal({ starts: day('2026-10-01') });
    const { grid, user, client, findByText } = await openHistory(goal);
    cellOf(grid, today).focus();
    await user.keyboard('{ArrowLeft}{ArrowUp}');
    expect(document.activeElement).toBe(cellOf(grid, '2026-11-13'));
    await user.keyboard('{Enter}');
    await user.click(await findByText('Partly'));
    await waitFor(() =>
      expect(client.inputsOf('goals.mark')).toEqual([
        { goal: goal.id, day: '2026-11-13', state: 'partly', amount: null, note: '' },
      ]),
    );
    expect(await within(grid).findByLabelText('Friday 13 November 2026: partly')).toBeDefined();
  });

  it('is changed with the mouse, with an amount and a note', async () => {
    const goal = aGoal({ starts: day('2026-11-01'), measure: { type: 'amount', unit: 'minutes', target: 20 } });
    const { grid, user, client, findByLabelText } = await openHistory(goal);
    await user.click(cellOf(grid, '2026-11-03'));
    await user.type(await findByLabelText('Amount'), '8{Enter}');
    await user.type(await findByLabelText('Note'), 'Rain.{Enter}');
    await waitFor(() =>
      expect(client.inputsOf('goals.mark').at(-1)).toEqual({
        goal: goal.id,
        day: '2026-11-03',
        state: 'partly',
        amount: 8,
        note: 'Rain.',
      }),
    );
    expect(await within(grid).findByLabelText('Tuesday 3 November 2026: partly, 8 of 20 minutes')).toBeDefined();
  });

  it('makes a day not recorded again', async () => {
    const goal = aGoal({ starts: day('2026-11-01') });
    const { grid, user, client, findByText } = await openHistory(goal);
    for (const choice of ['Done', 'Not recorded']) {
      await user.click(cellOf(grid, '2026-11-03'));
      await user.click(await findByText(choice));
      await waitFor(() => expect(document.querySelector('[role="dialog"]')).toBeNull());
    }
    expect(client.inputsOf('goals.unmark')).toEqual([{ goal: goal.id, day: '2026-11-03' }]);
    expect(await within(grid).findByLabelText('Tuesday 3 November 2026: not recorded')).toBeDefined();
  });

  it('reaches the years before', async () => {
    const goal = aGoal({ starts: day('2025-03-01') });
    const { user, getByLabelText, findByText } = await openHistory(goal);
    await user.click(getByLabelText('A year earlier'));
    expect(await findByText('1 Mar 2025 to 21 Nov 2025')).toBeDefined();
    expect(cellOf(getByLabelText(`History of ${goal.title}`), '2025-03-01')).toBeDefined();
  });
});
