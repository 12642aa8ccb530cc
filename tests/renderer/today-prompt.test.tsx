import { fireEvent } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { hoursAt, stageOf } from '#core/choose-prompt';
import { builtInPrompts, type Prompt } from '#core/prompts';
import { onAnnouncement } from '#lib/announce';
import en from '#locales/en';
import { aRun, day } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { WriteCard } from '../../renderer/features/today/write-card';
import { aJournal, moment, onAnEvening, today } from './days';
import { renderWith } from './render';

onAnEvening();

const words: Readonly<Record<string, string>> = en.prompts;

/** The words of every prompt that fits so many days free at an hour. */
const fitting = (daysFree: number | null, hour: number): string[] => {
  const stage = stageOf(daysFree);
  const all: readonly Prompt[] = builtInPrompts;
  return all
    .filter(({ stages }) => stages === 'any' || (stage !== null && stages.includes(stage)))
    .filter(({ hours }) => hours === 'any' || hours.includes(hoursAt(hour)))
    .map(({ key }) => words[key] ?? '');
};

const show = () => renderWith(<WriteCard />, '/today');
type View = ReturnType<typeof show>;

/** Not what a screen reader is told. */
const onTheCard = { selector: 'p' };
const isPrompt = (text: string): boolean => Object.values(words).includes(text);
const asked = ({ findByText }: Pick<View, 'findByText'>): Promise<string> =>
  findByText(isPrompt, onTheCard).then(({ textContent }) => textContent ?? '');

describe('the prompt of the day', () => {
  it.each([
    [2, '2026-11-20', 21],
    [2, '2026-11-20', 3],
    [139, '2026-07-06', 9],
    [686, '2025-01-05', 14],
  ])('fits a run of %i days since %s, at %i o’clock', async (daysFree, date, hour) => {
    vi.setSystemTime(moment('2026-11-21', hour * 60).at);
    aJournal({ runs: [aRun({ began: moment(date, 0) })] });
    expect(fitting(daysFree, hour)).toContain(await asked(show()));
  });

  it('takes no run for granted', async () => {
    aJournal();
    expect(fitting(null, 21)).toContain(await asked(show()));
  });

  it('is asked also when the days cannot be read', async () => {
    const client = aJournal();
    client.answer('runs.cleanTime', failing('INTERNAL'));
    expect(fitting(null, 21)).toContain(await asked(show()));
  });

  it('waits until it is known how long the run is', async () => {
    const client = aJournal({ runs: [aRun({ began: moment('2026-11-20', 0) })] });
    const letGo = client.hold('runs.cleanTime');
    const view = show();
    await view.findByText('Loading');
    expect(view.queryByText(isPrompt, onTheCard)).toBeNull();
    expect(view.queryByText('Another prompt')).toBeNull();
    letGo();
    expect(fitting(2, 21)).toContain(await asked(view));
  });

  it('makes way for another on request, which is read out, and does not come back that day', async () => {
    aJournal();
    const heard: string[] = [];
    const stop = onAnnouncement((text) => heard.push(text));
    const view = show();
    const seen = [await asked(view)];
    for (let count = 0; count < 5; count += 1) {
      await view.user.click(view.getByText('Another prompt'));
      seen.push(await asked(view));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(heard).toEqual(seen.slice(1));
    stop();
    view.unmount();
    const later = show();
    expect(await asked(later)).toBe(seen.at(-1));
  });

  it('says so when every prompt was seen, and a page can still be written', async () => {
    const yesterday = day('2026-11-20');
    aJournal({ askings: builtInPrompts.slice(5).map(({ key }) => ({ prompt: key, day: yesterday })) });
    const view = show();
    await asked(view);
    for (let left = 5; left > 0 && view.queryByText(isPrompt, onTheCard) !== null; left -= 1) {
      const shown = view.queryByText(isPrompt, onTheCard)?.textContent;
      fireEvent.click(view.getByText('Another prompt'));
      await vi.waitFor(() => expect(view.queryByText(isPrompt, onTheCard)?.textContent).not.toBe(shown));
    }
    expect(view.queryByText(isPrompt, onTheCard)).toBeNull();
    expect(view.queryByText('Another prompt')).toBeNull();
    expect(view.getByText(/^You have seen every prompt lately\./, onTheCard)).toBeDefined();
    await view.user.click(view.getByText('Write'));
    expect(view.paths.at(-1)).toBe('/journal');
  });

  it('is the one asked last, while it suits the hour, and none of the last sixty days', async () => {
    const last = builtInPrompts.find(({ key }) => key === 'craving-wave') ?? builtInPrompts[0];
    aJournal({ askings: [{ prompt: last.key, day: today }] });
    expect(await asked(show())).toBe(words[last.key]);
  });

  it.each([
    ['2026-09-23', true],
    ['2026-09-22', false],
  ])('rests for 60 days (asked on %s)', async (date, rests) => {
    const [first, ...others] = builtInPrompts;
    const yesterday = day('2026-11-20');
    aJournal({
      askings: [...others.map(({ key }) => ({ prompt: key, day: yesterday })), { prompt: first.key, day: day(date) }],
    });
    const view = show();
    if (rests) await view.findByText(/^You have seen every prompt lately\./, onTheCard);
    else expect(await asked(view)).toBe(words[first.key]);
  });

  it('begins anew on the next day', async () => {
    vi.setSystemTime(moment('2026-11-22', 10 * 60).at);
    aJournal();
    expect(fitting(null, 10)).toContain(await asked(show()));
  });
});
