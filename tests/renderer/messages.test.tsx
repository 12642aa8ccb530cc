import { act, fireEvent } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dismissToast, showToast, toastStore } from '#lib/toasts';
import { ErrorState } from '#ui/error-state';
import { renderWith } from './render';

afterEach(() => {
  vi.useRealTimers();
  for (const { id } of toastStore.read()) dismissToast(id);
});

describe('a toast', () => {
  it('is shown, said aloud, and undone once', async () => {
    const undo = vi.fn();
    const { user, getByRole, getAllByText, queryByRole } = renderWith(null);
    act(() => showToast({ text: 'Moved to the bin', action: { label: 'Undo', run: undo } }));
    expect(getAllByText('Moved to the bin')).toHaveLength(2);
    await user.click(getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('goes by itself, but not while the pointer rests on it', () => {
    vi.useFakeTimers();
    const { getByRole, queryByRole } = renderWith(null);
    act(() => showToast({ text: 'Saved' }));
    const toast = getByRole('listitem');
    fireEvent.pointerEnter(toast);
    act(() => void vi.advanceTimersByTime(60_000));
    expect(queryByRole('listitem')).not.toBeNull();
    fireEvent.pointerLeave(toast);
    act(() => void vi.advanceTimersByTime(10_000));
    expect(queryByRole('listitem')).toBeNull();
  });

  it('takes the place of an earlier one about the same, and stands beside others', () => {
    const { getAllByRole } = renderWith(null);
    act(() => {
      showToast({ about: 'taken-back', text: 'The first is back' });
      showToast({ text: 'Saved' });
      showToast({ text: 'Saved' });
      showToast({ about: 'taken-back', text: 'The second is back' });
    });
    expect(getAllByRole('listitem').map((toast) => toast.textContent)).toEqual(['Saved', 'The second is back']);
  });
});

describe('a failure', () => {
  it('says what happened, what is safe and what to do, and offers the way on', async () => {
    const retry = vi.fn();
    const { user, getByRole } = renderWith(<ErrorState code="DISK_FULL" onRetry={retry} />);
    const words = getByRole('alert').textContent ?? '';
    expect(words).toContain('The disk is full.');
    expect(words).toContain('still on the screen');
    expect(words).toContain('Free some space');
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});
