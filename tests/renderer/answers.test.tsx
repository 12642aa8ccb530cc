import { fireEvent } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Mood } from '#core/feeling';
import { ChipGroup } from '#ui/chip-group';
import { MomentField } from '#ui/moment-field';
import { MoodPicker } from '#ui/mood-picker';
import { NumberField } from '#ui/number-field';
import { Segmented } from '#ui/segmented';
import { Slider } from '#ui/slider';
import { TagInput } from '#ui/tag-input';
import { renderWith } from './render';

/** Keeps a control's value as a form would, and tells the test each change. */
const Kept = <T,>(props: {
  readonly first: T;
  readonly onChange: (value: T) => void;
  readonly children: (value: T, change: (value: T) => void) => ReactNode;
}) => {
  const [value, setValue] = useState(props.first);
  return props.children(value, (next) => {
    setValue(next);
    props.onChange(next);
  });
};

const sixtyAtMost = 'Choose a number from 0 to 60.';
const tenAtMost = 'Choose a number from 0 to 10.';

const renderSlider = (first: number | null) => {
  const onChange = vi.fn();
  const view = renderWith(
    <Kept<number | null> first={first} onChange={onChange}>
      {(value, change) => <Slider label="Craving" value={value} onChange={change} />}
    </Kept>,
  );
  return { ...view, onChange, slider: view.getByRole('slider', { name: 'Craving' }) };
};

describe('a slider', () => {
  it('tells "not answered" from zero', async () => {
    const { user, slider, onChange } = renderSlider(null);
    expect(slider.getAttribute('aria-valuetext')).toBe('not answered');
    slider.focus();
    await user.keyboard('{ArrowLeft}');
    expect(onChange).toHaveBeenLastCalledWith(0);
    expect(slider.getAttribute('aria-valuetext')).toBe('0 of 10');
  });

  it('takes a digit, a typed number and the Delete key', async () => {
    const { user, slider, onChange, getByRole } = renderSlider(null);
    slider.focus();
    await user.keyboard('7');
    expect(onChange).toHaveBeenLastCalledWith(7);
    await user.keyboard('{Delete}');
    expect(onChange).toHaveBeenLastCalledWith(null);
    await user.type(getByRole('textbox', { name: 'Craving, as a number' }), '10');
    expect(onChange).toHaveBeenLastCalledWith(10);
  });

  it('takes no other number for one beyond its scale, says so, and keeps the answer there was', async () => {
    const { user, onChange, getByRole, queryByText } = renderSlider(7);
    const box = getByRole('textbox', { name: 'Craving, as a number' });
    await user.type(box, '15', { initialSelectionStart: 0, initialSelectionEnd: 1 });
    expect(onChange).toHaveBeenLastCalledWith(7);
    expect(box).toHaveProperty('value', '15');
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toBe(tenAtMost);
    await user.keyboard('{Backspace}');
    expect(onChange).toHaveBeenLastCalledWith(1);
    expect(queryByText(tenAtMost, { selector: 'p' })).toBeNull();
  });

  it.each(['0.5', '-3', 'a'])('takes %s for no number at all', async (text) => {
    const { user, onChange, getByRole } = renderSlider(6);
    const box = getByRole('textbox', { name: 'Craving, as a number' });
    await user.click(box);
    await user.paste(text);
    expect(onChange.mock.lastCall ?? [6]).toEqual([6]);
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toBe(tenAtMost);
  });

  it('takes two digits pressed on it for one number, and none beyond its scale', async () => {
    const { user, slider, onChange } = renderSlider(null);
    slider.focus();
    await user.keyboard('10');
    expect(onChange).toHaveBeenLastCalledWith(10);
    await user.keyboard('{Delete}');
    await new Promise((resolve) => setTimeout(resolve, 800));
    await user.keyboard('15');
    expect(onChange).toHaveBeenLastCalledWith(1);
  });

  it('can take the answer back', async () => {
    const { user, onChange, getByRole } = renderSlider(3);
    await user.click(getByRole('button', { name: 'Clear Craving' }));
    expect(onChange).toHaveBeenLastCalledWith(null);
  });
});

describe('the mood picker', () => {
  it('names every mood, chooses by arrow keys and can be cleared', async () => {
    const onChange = vi.fn();
    const { user, getByRole, getAllByRole } = renderWith(
      <Kept<Mood | null> first={null} onChange={onChange}>
        {(value, change) => <MoodPicker label="Mood" value={value} onChange={change} />}
      </Kept>,
    );
    expect(getAllByRole('radio')).toHaveLength(5);
    await user.click(getByRole('radio', { name: 'Good' }));
    expect(onChange).toHaveBeenLastCalledWith(4);
    await user.keyboard('{ArrowRight}');
    expect(onChange).toHaveBeenLastCalledWith(5);
    await user.click(getByRole('button', { name: 'Clear Mood' }));
    expect(onChange).toHaveBeenLastCalledWith(null);
  });
});

describe('a number field', () => {
  it('hands over null when it is emptied', async () => {
    const onChange = vi.fn();
    const { user, getByRole } = renderWith(
      <Kept<number | null> first={20} onChange={onChange}>
        {(value, change) => <NumberField label="Minutes" value={value} onChange={change} min={0} max={60} />}
      </Kept>,
    );
    await user.clear(getByRole('textbox', { name: 'Minutes' }));
    await user.tab();
    expect(onChange).toHaveBeenLastCalledWith(null);
  });

  it('keeps a number that does not fit, says so, and hands over none in its place', async () => {
    const onChange = vi.fn();
    const { user, getByRole } = renderWith(
      <Kept<number | null> first={20} onChange={onChange}>
        {(value, change) => <NumberField label="Minutes" value={value} onChange={change} min={0} max={60} />}
      </Kept>,
    );
    const field = getByRole('textbox', { name: 'Minutes' });
    await user.clear(field);
    await user.type(field, '90');
    await user.tab();
    expect(onChange).not.toHaveBeenCalled();
    expect(field).toHaveProperty('value', '90');
    expect(document.getElementById(field.getAttribute('aria-describedby')?.trim() ?? '')?.textContent).toBe(
      sixtyAtMost,
    );
    await user.clear(field);
    await user.type(field, '45');
    await user.tab();
    expect(onChange).toHaveBeenLastCalledWith(45);
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });
});

describe('chips', () => {
  const options = ['calm', 'hopeful', 'tired'].map((id) => ({ id, label: id }));

  it('keep the order in which they are offered, whatever the order of choosing', async () => {
    const onChange = vi.fn();
    const { user, getByRole } = renderWith(
      <Kept<readonly string[]> first={[]} onChange={onChange}>
        {(value, change) => <ChipGroup label="Feeling" options={options} selected={value} onChange={change} />}
      </Kept>,
    );
    await user.click(getByRole('button', { name: 'tired' }));
    await user.click(getByRole('button', { name: 'calm' }));
    expect(onChange).toHaveBeenLastCalledWith(['calm', 'tired']);
  });

  it('let exactly one of a few be chosen, and never none', async () => {
    const onChange = vi.fn();
    const { user, getByRole } = renderWith(
      <Segmented label="Range" options={options} value="calm" onChange={onChange} />,
    );
    await user.click(getByRole('radio', { name: 'calm' }));
    expect(onChange).not.toHaveBeenCalled();
    await user.click(getByRole('radio', { name: 'tired' }));
    expect(onChange).toHaveBeenLastCalledWith('tired');
  });
});

describe('tags', () => {
  const renderTags = (first: readonly string[]) => {
    const onChange = vi.fn();
    const view = renderWith(
      <Kept<readonly string[]> first={first} onChange={onChange}>
        {(value, change) => (
          <TagInput
            label="Tags"
            placeholder="+ tag"
            tags={value}
            onChange={change}
            suggestions={['Meeting', 'family']}
          />
        )}
      </Kept>,
    );
    return { ...view, onChange, field: view.getByRole('combobox', { name: 'Tags' }) };
  };

  it('are added with Enter or a comma and taken off with Backspace', async () => {
    const { user, onChange, field } = renderTags([]);
    await user.type(field, 'river{Enter}');
    expect(onChange).toHaveBeenLastCalledWith(['river']);
    await user.type(field, 'night,');
    expect(onChange).toHaveBeenLastCalledWith(['river', 'night']);
    await user.type(field, '{Backspace}');
    expect(onChange).toHaveBeenLastCalledWith(['river']);
  });

  it('take the spelling already in use and never appear twice', async () => {
    const { user, onChange, field } = renderTags(['family']);
    await user.type(field, 'meeting{Enter}');
    expect(onChange).toHaveBeenLastCalledWith(['family', 'Meeting']);
    onChange.mockClear();
    await user.type(field, 'FAMILY{Enter}');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('end where one is as long as can be, and the field says so before anything is cut', async () => {
    const { user, onChange, field, getByText, queryByText } = renderTags([]);
    await user.type(field, 'x'.repeat(79));
    expect(queryByText(/A tag has at most 80 letters/, { selector: 'p' })).toBeNull();
    await user.type(field, 'yz');
    expect(getByText(/A tag has at most 80 letters/, { selector: 'p' })).toBeDefined();
    expect(field).toHaveProperty('value', `${'x'.repeat(79)}y`);
    await user.keyboard('{Enter}');
    expect(onChange).toHaveBeenLastCalledWith([`${'x'.repeat(79)}y`]);
  });

  it('are sixty at most, and one that is taken off makes room', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `tag ${index}`);
    const { user, onChange, field, getByRole, getByText } = renderTags(many);
    expect(getByText(/60 tags are the most/, { selector: 'p' })).toBeDefined();
    await user.type(field, 'more{Enter}');
    expect(onChange).not.toHaveBeenCalled();
    await user.click(getByRole('button', { name: 'Remove tag 7' }));
    await user.type(field, 'more{Enter}');
    expect(onChange.mock.lastCall?.[0]).toContain('more');
  });

  it('have a button each to take them off', async () => {
    const { user, onChange, getByRole } = renderTags(['river', 'night']);
    await user.click(getByRole('button', { name: 'Remove river' }));
    expect(onChange).toHaveBeenLastCalledWith(['night']);
  });
});

describe('a date and time', () => {
  it('are read on the wall clock of the record, not of the computer', () => {
    const onChange = vi.fn();
    const at = Date.UTC(2026, 10, 21, 20, 52);
    const { getByRole } = renderWith(<MomentField label="When" at={at} zone="Asia/Tokyo" onChange={onChange} />);
    const hour = getByRole('spinbutton', { name: /^hour/i });
    expect(hour.textContent).toBe('5');
    // Not by focus: happy-dom answers a segment's selection with an endless round of events.
    fireEvent.keyDown(hour, { key: 'ArrowUp' });
    expect(onChange).toHaveBeenLastCalledWith(at + 3_600_000);
  });
});
