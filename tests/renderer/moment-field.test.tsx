import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { instantOf, type LocalDate } from '#core/local-date';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { readToday } from '#lib/today';
import { DayField } from '#ui/day-field';
import { MomentField } from '#ui/moment-field';
import { TimeField } from '#ui/time-field';
import { quietSelection } from './quiet-selection';
import { renderWith } from './render';

const day = (text: string): LocalDate => text as LocalDate;
const zone = 'Europe/Berlin';

const Harness = ({ seen }: { readonly seen: number[] }) => {
  const [at, setAt] = useState(instantOf(day('2026-11-21'), 600, zone));
  const take = (next: number): void => {
    seen.push(next);
    setAt(next);
  };
  return <MomentField label="When" at={at} zone={zone} maxDay={day('2026-11-21')} onChange={take} />;
};

quietSelection();

describe('a date being typed', () => {
  afterEach(cleanup);

  it('stays in its field until the year is whole, and then leaves it once', async () => {
    const seen: number[] = [];
    render(<Harness seen={seen} />);
    await userEvent.click(screen.getByRole('spinbutton', { name: /year/ }));
    await userEvent.keyboard('2025');
    expect(seen).toEqual([instantOf(day('2025-11-21'), 600, zone)]);
  });

  it('is taken back where it was another day on the way to one that cannot be', async () => {
    const seen: number[] = [];
    render(<Harness seen={seen} />);
    // 1, in January, is past; 12, in December, is still to come.
    await userEvent.click(screen.getByRole('spinbutton', { name: /month/ }));
    await userEvent.keyboard('12');
    expect(seen).toEqual([instantOf(day('2026-01-21'), 600, zone), instantOf(day('2026-11-21'), 600, zone)]);
    expect(screen.getByRole('spinbutton', { name: /month/ }).textContent).toBe('12');
  });

  it('goes back to what was there as soon as it can be no day, and so it stays when the field is left', async () => {
    const seen: number[] = [];
    render(<Harness seen={seen} />);
    await userEvent.click(screen.getByRole('spinbutton', { name: /day,/ }));
    await userEvent.keyboard('31');
    const before = instantOf(day('2026-11-21'), 600, zone);
    expect(seen.at(-1)).toBe(before);
    expect(screen.getByRole('spinbutton', { name: /day,/ }).textContent).toBe('31');
    await userEvent.tab({ shift: true });
    expect(seen.at(-1)).toBe(before);
    await userEvent.click(document.body);
    expect(screen.getByRole('spinbutton', { name: /day,/ }).textContent).toBe('21');
  });

  it('that is emptied is nothing, and the one before counts until another is whole', async () => {
    const seen: number[] = [];
    render(<Harness seen={seen} />);
    for (const [part, keys] of [
      [/day,/, 2],
      [/month/, 2],
      [/year/, 4],
    ] as const) {
      await userEvent.click(screen.getByRole('spinbutton', { name: part }));
      await userEvent.keyboard('{Backspace}'.repeat(keys));
    }
    expect(seen.at(-1)).toBe(instantOf(day('2026-11-21'), 600, zone));
    await userEvent.click(document.body);
    expect(screen.getByText('Fill in day, month and year.', { selector: 'span' })).toBeDefined();
    expect(screen.getByRole('spinbutton', { name: /year/ }).textContent).toBe('yyyy');
  });

  it('never leaves it while it lies in the future', async () => {
    const seen: number[] = [];
    render(<Harness seen={seen} />);
    await userEvent.click(screen.getByRole('spinbutton', { name: /year/ }));
    await userEvent.keyboard('2030');
    expect(seen).toEqual([]);
    expect(screen.getByRole('spinbutton', { name: /year/ }).textContent).toBe('2030');
  });
});

const ahead = 'This day is still to come. Choose today or an earlier one.';
const incomplete = 'Fill in day, month and year, or clear all three.';

/** A form that says what it saved; its field may hold no day after today. */
const DayForm = ({ saved }: { readonly saved: (LocalDate | null)[] }) => {
  const [first, setFirst] = useState<LocalDate | null>(null);
  const problems = useFieldProblems();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (problems.allRight()) saved.push(first);
      }}
    >
      <FieldProblems value={problems}>
        <DayField label="First day" value={first} onChange={setFirst} max={readToday()} />
        <TimeField label="Time" value={null} onChange={() => undefined} />
      </FieldProblems>
      <button type="submit">Save</button>
    </form>
  );
};

const part = (name: RegExp): HTMLElement => screen.getByRole('spinbutton', { name });
const type = async (name: RegExp, text: string): Promise<void> => {
  await userEvent.click(part(name));
  await userEvent.keyboard(text);
};
const describedBy = (element: HTMLElement): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

describe('a form with a date in it', () => {
  const aForm = () => {
    const saved: (LocalDate | null)[] = [];
    renderWith(<DayForm saved={saved} />);
    return { saved, save: () => userEvent.click(screen.getByRole('button', { name: 'Save' })) };
  };
  const nextYear = String(Number(readToday().slice(0, 4)) + 1);

  it('saves nothing for a day still to come, says so at the field and aloud, and keeps what was typed', async () => {
    const { saved, save } = aForm();
    await type(/day,/i, '1');
    await type(/month/i, '3');
    await type(/year/i, nextYear);
    expect(screen.queryByText(ahead)).toBeNull();
    await save();
    expect(saved).toEqual([]);
    expect(screen.getAllByText(ahead)).toHaveLength(2);
    expect(describedBy(part(/day,/i))).toContain(ahead);
    expect(part(/year/i).textContent).toBe(nextYear);
    await type(/year/i, '2024');
    expect(screen.queryAllByText(ahead).filter(({ id }) => id !== '')).toEqual([]);
    await save();
    expect(saved).toEqual(['2024-03-01']);
  });

  it('saves nothing for a date that is half typed', async () => {
    const { saved, save } = aForm();
    await type(/day,/i, '1');
    await save();
    expect(saved).toEqual([]);
    expect(describedBy(part(/day,/i))).toContain(incomplete);
  });

  it('saves nothing for a time that is half typed', async () => {
    const { saved, save } = aForm();
    await type(/hour/i, '7');
    await save();
    expect(saved).toEqual([]);
    expect(describedBy(part(/hour/i))).toContain('Fill in hours and minutes');
  });

  it('takes no other day for one that does not exist, says so, and takes the next one told', async () => {
    const { saved, save } = aForm();
    await type(/day,/i, '31');
    await type(/month/i, '2');
    await type(/year/i, '2024');
    await save();
    expect(saved).toEqual([]);
    expect(describedBy(part(/day,/i))).toContain('February 2024 has no day 31. Choose another day.');
    await type(/day,/i, '29');
    await type(/month/i, '2');
    await type(/year/i, '2024');
    await save();
    expect(saved).toEqual(['2024-02-29']);
  });

  it('takes no first of a month for a day nought', async () => {
    const { saved, save } = aForm();
    await type(/day,/i, '00');
    await type(/month/i, '2');
    await type(/year/i, '2024');
    await save();
    expect(saved).toEqual([]);
    expect(describedBy(part(/day,/i))).toContain('February 2024 has no day 0. Choose another day.');
  });

  it('takes a day that became possible while it was typed', async () => {
    const { saved, save } = aForm();
    await type(/day,/i, '31');
    await type(/month/i, '2');
    await type(/year/i, '2024');
    await type(/month/i, '3');
    await save();
    expect(saved).toEqual(['2024-03-31']);
  });

  it('takes fields that were left empty', async () => {
    const { saved, save } = aForm();
    await save();
    expect(saved).toEqual([null]);
  });
});
