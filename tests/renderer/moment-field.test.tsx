import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { instantOf, type LocalDate } from '#core/local-date';
import { MomentField } from '#ui/moment-field';

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

describe('a date being typed', () => {
  afterEach(cleanup);

  it('stays in its field until the year is whole, and then leaves it once', async () => {
    const seen: number[] = [];
    render(<Harness seen={seen} />);
    await userEvent.click(screen.getByRole('spinbutton', { name: /year/ }));
    await userEvent.keyboard('2025');
    expect(seen).toEqual([instantOf(day('2025-11-21'), 600, zone)]);
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
