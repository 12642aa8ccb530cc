import { act } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { announce } from '#lib/announce';
import { renderWith } from './render';

afterEach(() => vi.useRealTimers());

it('what is said aloud is not there any more for whoever comes by later, and a newer word has its time', () => {
  vi.useFakeTimers();
  const { queryByText } = renderWith(null);
  act(() => announce('Group 5 looks mistyped.'));
  expect(queryByText('Group 5 looks mistyped.')).not.toBeNull();
  act(() => vi.advanceTimersByTime(8000));
  act(() => announce('Saved'));
  expect(queryByText('Group 5 looks mistyped.')).toBeNull();
  act(() => vi.advanceTimersByTime(8000));
  expect(queryByText('Saved')).not.toBeNull();
  act(() => vi.advanceTimersByTime(8000));
  expect(queryByText('Saved')).toBeNull();
});
