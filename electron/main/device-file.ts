import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type DeviceSettings, defaultDeviceSettings, deviceSettings } from '#core/settings';

const bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof bounds>;

type Stored = { readonly settings: DeviceSettings; readonly window: WindowPlace | null };

const initial: Stored = { settings: defaultDeviceSettings, window: null };
const settingKeys = Object.keys(defaultDeviceSettings) as (keyof DeviceSettings)[];
const content = z.object({ settings: z.record(z.string(), z.unknown()), window: z.unknown() });

/** Each setting by itself: a file from another version of Ebb, or with one bad value, keeps all the others. */
const readSettings = (given: Readonly<Record<string, unknown>>): DeviceSettings => {
  const kept = settingKeys.flatMap((key) => {
    const parsed = deviceSettings.shape[key].safeParse(given[key]);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return { ...defaultDeviceSettings, ...Object.fromEntries(kept) };
};

type DeviceChange = { readonly [K in keyof DeviceSettings]?: DeviceSettings[K] | undefined };
const isGiven = ([, value]: readonly [string, unknown]): boolean => value !== undefined;

const read = (path: string): Stored => {
  if (!existsSync(path)) return initial;
  try {
    const parsed = content.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (!parsed.success) return initial;
    return { settings: readSettings(parsed.data.settings), window: bounds.safeParse(parsed.data.window).data ?? null };
  } catch {
    // A damaged file costs a theme and a window's place, never a word of the journal.
    return initial;
  }
};

/** Comfort settings and the window's place, kept outside the journal in one small file that holds nothing personal. */
export const openDeviceFile = (file: string) => {
  let current = read(file);
  const write = (change: Partial<Stored>): void => {
    const next = { ...current, ...change };
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, `${JSON.stringify(next)}\n`, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
    current = next;
  };
  return {
    settings: (): DeviceSettings => current.settings,
    /** What is not named stays as it is. */
    changeSettings: (change: DeviceChange): DeviceSettings => {
      const given = Object.fromEntries(Object.entries(change).filter(isGiven));
      write({ settings: { ...current.settings, ...given } });
      return current.settings;
    },
    window: (): WindowPlace | null => current.window,
    saveWindow: (place: WindowPlace): void => write({ window: place }),
  };
};

export type DeviceFile = ReturnType<typeof openDeviceFile>;
