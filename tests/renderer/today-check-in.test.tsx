import { fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { flushAll } from '#lib/unsaved-work';
import { aCheckIn } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { CheckInCard } from '../../renderer/features/today/check-in-card';
import { dropDraft } from '../../renderer/features/today/check-in-draft';
import { CheckInsCard } from '../../renderer/features/today/check-ins-card';
import { aJournal, moment, onAnEvening } from './days';
import { renderWith } from './render';

onAnEvening();
afterEach(() => void dropDraft());

const show = () => renderWith(<CheckInCard />, '/today');

describe('a check-in', () => {
  it('is made with the keyboard alone and stored as it was answered', async () => {
    const client = aJournal({ feelings: ['calm', 'steady'] });
    const { user, findByRole, getByRole, findAllByText } = show();
    (await findByRole('radio', { name: 'Very low' })).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    getByRole('slider', { name: 'Craving' }).focus();
    await user.keyboard('7');
    getByRole('button', { name: 'hopeful' }).focus();
    await user.keyboard(' ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    // On the card, and in the live region for those who hear it.
    expect(await findAllByText('Saved, today 21:40')).toHaveLength(2);
    expect(client.inputsOf('checkIns.save')).toMatchObject([
      {
        mood: 4,
        craving: 7,
        feelings: ['hopeful'],
        halt: [],
        sleepMinutes: null,
        note: '',
        ...moment('2026-11-21', 1300),
      },
    ]);
  });

  it('is empty again once it is saved, and stands among those of today', async () => {
    aJournal();
    const { user, findByRole, getByText, getByRole } = renderWith(
      <>
        <CheckInCard />
        <CheckInsCard />
      </>,
    );
    const there = within(await findByRole('region', { name: 'Check-ins' }));
    await user.click(getByRole('radio', { name: 'Low' }));
    await user.click(getByText('Save check-in'));
    expect(await there.findByText('Low')).toBeDefined();
    expect(getByRole('radio', { name: 'Low' })).toHaveProperty('checked', false);
  });

  it('asks for at least one answer instead of storing nothing', async () => {
    const client = aJournal();
    const { user, findByRole, findAllByText } = show();
    await user.click(await findByRole('button', { name: 'Save check-in' }));
    expect(await findAllByText('Nothing is filled in yet. One answer is enough.')).toHaveLength(2);
    expect(client.inputsOf('checkIns.save')).toEqual([]);
  });

  it('takes sleep, energy and a note from those who want to say more', async () => {
    const client = aJournal();
    const { user, findByText, getByText, getByLabelText } = show();
    await user.click(await findByText('Sleep, energy, confidence, note, time'));
    await user.type(getByLabelText('Hours slept', { selector: 'input' }), '7');
    await user.type(getByLabelText('and minutes slept', { selector: 'input' }), '10');
    await user.type(getByLabelText('Energy, as a number'), '6');
    await user.type(getByLabelText('Note'), 'Slow.');
    await user.click(getByText('Save check-in'));
    await waitFor(() =>
      expect(client.inputsOf('checkIns.save')).toMatchObject([{ sleepMinutes: 430, energy: 6, note: 'Slow.' }]),
    );
  });

  it('with a number that cannot be is not saved, and says so at the number, also where it is folded', async () => {
    const client = aJournal();
    const { user, findByRole, getByText, getByRole, getByLabelText } = show();
    await user.click(await findByRole('radio', { name: 'Good' }));
    const craving = getByRole('textbox', { name: 'Craving, as a number' });
    await user.type(craving, '15');
    await user.click(getByText('Save check-in'));
    expect(client.inputsOf('checkIns.save')).toEqual([]);
    expect(document.activeElement).toBe(craving);
    await user.clear(craving);
    await user.click(getByText('Sleep, energy, confidence, note, time'));
    const hours = getByLabelText('Hours slept', { selector: 'input' });
    await user.type(hours, '30');
    await user.click(getByText('Sleep, energy, confidence, note, time'));
    await user.click(getByText('Save check-in'));
    expect(client.inputsOf('checkIns.save')).toEqual([]);
    expect(document.activeElement).toBe(hours);
    await user.click(getByText('Clear'));
    expect(getByLabelText('Hours slept', { selector: 'input' })).toHaveProperty('value', '');
  });

  it('takes a feeling in own words, and knows the ones there are', async () => {
    const client = aJournal({ feelings: ['Steady'] });
    const { user, findByText, getByText, getByLabelText } = show();
    await user.click(await findByText('+ more'));
    expect(await findByText('Steady')).toBeDefined();
    for (const word of ['weightless', 'CALM', 'steady']) {
      await user.type(getByLabelText('A word of your own'), `${word}{Enter}`);
    }
    await user.click(getByText('Save check-in'));
    await waitFor(() =>
      expect(client.inputsOf('checkIns.save')).toMatchObject([{ feelings: ['weightless', 'calm', 'Steady'] }]),
    );
  });

  it('can be for an earlier time, but not for one to come', async () => {
    const client = aJournal();
    const { user, findByText, getByText, getByRole, findAllByText } = show();
    await user.click(await findByText('Sleep, energy, confidence, note, time'));
    await user.click(getByText('At an earlier time'));
    await user.click(getByText('bored'));
    // Not focused first: happy-dom answers a selection with another one, without end.
    const hour = getByRole('spinbutton', { name: /^hour/ });
    fireEvent.keyDown(hour, { key: 'ArrowUp' });
    await user.click(getByText('Save check-in'));
    expect(await findAllByText('This time is still to come. Choose now or an earlier one.')).toHaveLength(2);
    for (let hours = 22; hours > 8; hours -= 1) fireEvent.keyDown(hour, { key: 'ArrowDown' });
    await user.click(getByText('Save check-in'));
    await waitFor(() =>
      expect(client.inputsOf('checkIns.save')).toMatchObject([
        { halt: ['bored'], ...moment('2026-11-21', 8 * 60 + 40) },
      ]),
    );
  });

  it('that was cleared can be brought back', async () => {
    aJournal();
    const { user, findByText, getByText, getByRole } = show();
    await user.click(await findByText('Good'));
    await user.click(getByText('Clear'));
    expect(getByRole('radio', { name: 'Good' })).toHaveProperty('checked', false);
    await user.click(await findByText('Undo'));
    expect(getByRole('radio', { name: 'Good' })).toHaveProperty('checked', true);
  });

  it('keeps what is filled in while the person is on another page', async () => {
    aJournal();
    const first = show();
    await first.user.click(await first.findByRole('radio', { name: 'Good' }));
    first.unmount();
    const { findByRole } = show();
    expect(await findByRole('radio', { name: 'Good' })).toHaveProperty('checked', true);
  });

  it('is kept half-filled before the journal locks, wherever the person is', async () => {
    const client = aJournal();
    const { user, findByRole, unmount } = show();
    await user.click(await findByRole('button', { name: 'numb' }));
    unmount();
    await flushAll();
    await flushAll();
    expect(client.inputsOf('checkIns.save')).toEqual([]);
    expect(client.inputsOf('drafts.keep').map(({ content }) => content)).toMatchObject([
      { form: 'check-in', answers: { feelings: ['numb'] } },
    ]);
  });

  it('stays on the screen when it cannot be stored', async () => {
    const client = aJournal();
    client.answer('checkIns.save', failing('DISK_FULL'));
    const { user, findByRole, findByText, getByRole } = show();
    await user.click(await findByRole('radio', { name: 'Okay' }));
    await user.click(getByRole('button', { name: 'Save check-in' }));
    expect(await findByText('The disk is full.')).toBeDefined();
    expect(getByRole('radio', { name: 'Okay' })).toHaveProperty('checked', true);
  });
});

describe('the check-ins there are', () => {
  it('can be changed', async () => {
    const morning = aCheckIn({ ...moment('2026-11-21', 8 * 60), mood: 2, note: 'Slow.' });
    const client = aJournal({ checkIns: [morning] });
    const view = renderWith(<CheckInsCard />);
    await view.user.click(await view.findByRole('button', { name: 'Change the check-in of 08:00' }));
    const dialog = within(await view.findByRole('dialog', { name: 'Change a check-in' }));
    await view.user.click(dialog.getByRole('radio', { name: 'Good' }));
    await view.user.click(dialog.getByRole('button', { name: 'Save check-in' }));
    expect(await view.findByText('Good')).toBeDefined();
    expect(client.inputsOf('checkIns.save')).toMatchObject([
      { id: morning.id, mood: 4, note: 'Slow.', at: morning.at },
    ]);
  });

  it('keep an answer over which a number was typed that cannot be', async () => {
    const client = aJournal({ checkIns: [aCheckIn({ ...moment('2026-11-21', 8 * 60), mood: 2, craving: 7 })] });
    const { user, findByRole, getByRole, getByText } = renderWith(<CheckInsCard />, '/today');
    await user.click(await findByRole('button', { name: /^Change/ }));
    const box = getByRole('textbox', { name: 'Craving, as a number' });
    await user.type(box, '15', { initialSelectionStart: 0, initialSelectionEnd: 1 });
    await user.click(getByText('Save check-in'));
    expect(client.inputsOf('checkIns.save')).toEqual([]);
    expect(document.activeElement).toBe(box);
    await flushAll();
    expect(client.inputsOf('checkIns.save')).toEqual([]);
  });

  it('can be deleted and brought back', async () => {
    aJournal({ checkIns: [aCheckIn({ ...moment('2026-11-21', 8 * 60), note: 'Slow.' })] });
    const { user, findByRole, findByText, queryByText } = renderWith(<CheckInsCard />);
    await user.click(await findByRole('button', { name: 'Delete the check-in of 08:00' }));
    await waitFor(() => expect(queryByText('Slow.')).toBeNull());
    await user.click(await findByRole('button', { name: 'Undo' }));
    expect(await findByText('Slow.')).toBeDefined();
  });

  it('are found again however far back they lie', async () => {
    aJournal({
      checkIns: [
        aCheckIn({ ...moment('2026-11-20'), note: 'Near.' }),
        aCheckIn({ ...moment('2021-02-03'), note: 'Far.' }),
      ],
    });
    const { user, findByRole, findByText } = renderWith(<CheckInsCard />);
    await user.click(await findByRole('button', { name: 'Earlier check-ins' }));
    expect(await findByText('Near.')).toBeDefined();
    await user.click(await findByRole('button', { name: 'Show earlier days' }));
    expect(await findByText('Far.')).toBeDefined();
    await user.click(await findByRole('button', { name: 'Show earlier days' }));
    expect(await findByText('These are all.')).toBeDefined();
  });
});
