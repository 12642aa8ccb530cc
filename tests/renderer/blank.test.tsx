import { act, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { failed, ok } from '#core/result';
import { lockJournal, lockWhenAsked, quitQuestion } from '#lib/lock-journal';
import { always, failing } from '#tests/support/fake-client';
import { CheckInCard } from '../../renderer/features/today/check-in-card';
import { dropDraft } from '../../renderer/features/today/check-in-draft';
import { CleanTimeCard } from '../../renderer/features/today/clean-time-card';
import { aJournal, onAnEvening } from './days';
import { renderWith } from './render';

onAnEvening();

afterEach(() => {
  dropDraft();
  quitQuestion.write(false);
});

const shown = (): string => document.documentElement.textContent ?? '';

/** A dialog with words in it above the page. */
const typing = async () => {
  const view = renderWith(<CleanTimeCard />);
  await view.user.click(await view.findByText('Set a first day'));
  await view.user.type(view.getByLabelText('Note'), 'With Dana.');
  return view;
};

describe('the screen when the journal locks', () => {
  it('is empty at once, dialogs and all, while the words are still being written', async () => {
    const client = aJournal();
    client.answer('unsaved.waiting', always(false));
    await typing();
    const letGo = client.hold('drafts.keep');
    let locking: Promise<void> = Promise.resolve();
    act(() => {
      locking = lockJournal();
    });
    expect(document.body.childNodes).toHaveLength(0);
    expect(shown()).not.toContain('Note');
    expect(client.inputsOf('shell.lock')).toEqual([]);
    await act(async () => letGo());
    await locking;
    expect(client.inputsOf('drafts.keep').at(-1)?.content).toMatchObject({ note: 'With Dana.' });
    expect(client.inputsOf('shell.lock')).toHaveLength(1);
    expect(document.body.childNodes).toHaveLength(0);
  });

  it('is empty at once when the shell asks', async () => {
    const client = aJournal();
    const stop = lockWhenAsked();
    await typing();
    act(() => client.emit('vault.locking', { quitting: false }));
    expect(document.body.childNodes).toHaveLength(0);
    await waitFor(() => expect(client.inputsOf('shell.lock')).toHaveLength(1));
    stop();
  });

  it('comes back with the words when they would be lost by ending the app', async () => {
    const client = aJournal();
    client.answer('drafts.keep', failing('DISK_FULL'));
    client.answer('unsaved.keep', always(null));
    client.answer('unsaved.waiting', always(true));
    client.answer('shell.stay', always(null));
    const stop = lockWhenAsked();
    const view = await typing();
    act(() => client.emit('vault.locking', { quitting: true }));
    expect(document.body.childNodes).toHaveLength(0);
    await waitFor(() => expect(quitQuestion.read()).toBe(true));
    expect(document.body.contains(view.getByLabelText('Note'))).toBe(true);
    expect(view.getByLabelText('Note')).toHaveProperty('value', 'With Dana.');
    stop();
  });

  it('comes back where the journal could not be locked', async () => {
    const client = aJournal();
    client.answer('shell.lock', () => failed({ code: 'INTERNAL' }));
    client.answer('unsaved.waiting', () => ok(false));
    const view = renderWith(<CheckInCard />);
    await view.findByRole('radio', { name: 'Low' });
    await act(lockJournal);
    expect(document.body.contains(view.getByRole('radio', { name: 'Low' }))).toBe(true);
  });
});
