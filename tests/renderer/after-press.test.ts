import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPress } from '#lib/after-press';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pointer = (type: 'pointerdown' | 'pointerup' | 'pointercancel'): void => {
  document.body.dispatchEvent(new PointerEvent(type, { bubbles: true }));
};

describe('what would move the page', () => {
  it('is done at once while no button is being pressed', () => {
    const work = vi.fn();
    pointer('pointerdown');
    pointer('pointercancel');
    afterPress(work);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('waits until the press and its click are over', () => {
    const order: string[] = [];
    pointer('pointerdown');
    afterPress(() => order.push('moved'));
    pointer('pointerup');
    order.push('clicked');
    vi.runAllTimers();
    pointer('pointerup');
    vi.runAllTimers();
    expect(order).toEqual(['clicked', 'moved']);
  });
});
