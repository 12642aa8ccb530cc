import { describe, expect, it } from 'vitest';
import { builtInPrompts, type Prompt, promptThemes } from '#core/prompts';

const all: readonly Prompt[] = builtInPrompts;

describe('the prompts that come with Ebb', () => {
  it('are at least 130, at least eight of every theme', () => {
    expect(all.length).toBeGreaterThanOrEqual(130);
    for (const theme of promptThemes) {
      expect(all.filter((prompt) => prompt.theme === theme).length, theme).toBeGreaterThanOrEqual(8);
    }
  });

  it('have keys of their own, which say the theme and never count', () => {
    const keys = all.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key, theme } of all) {
      expect(key).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(key.split('-')[0]).toBe(theme?.split('-')[0]);
    }
  });

  it('are asked early, in the first year and after it only where the theme says so', () => {
    const stagesOf = (theme: string) => all.filter((prompt) => prompt.theme === theme).map(({ stages }) => stages);
    expect(new Set(stagesOf('early-days').flat())).toEqual(new Set(['days']));
    expect(new Set(stagesOf('months').flat())).toEqual(new Set(['months']));
    expect(new Set(stagesOf('years').flat())).toEqual(new Set(['years']));
  });

  it('name some stage and hour, and none twice', () => {
    for (const { key, stages, hours } of all) {
      for (const list of [stages, hours].filter((some) => some !== 'any')) {
        expect(list.length, key).toBeGreaterThan(0);
        expect(new Set(list).size, key).toBe(list.length);
      }
    }
  });

  it('keep what weighs most out of the night', () => {
    const heavy = all.filter(({ theme }) => theme === 'grief' || theme === 'shame' || theme === 'money');
    expect(heavy.filter(({ hours }) => hours === 'any' || hours.includes('night'))).toEqual([]);
  });
});
