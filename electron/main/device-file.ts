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

const stored = z.strictObject({ settings: deviceSettings, window: bounds.nullable() });
type Stored = z.infer<typeof stored>;

const initial: Stored = { settings: defaultDeviceSettings, window: null };

const read = (file: string): Stored => {
  if (!existsSync(file)) return initial;
  try {
    const parsed = stored.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : initial;
  } catch {
    // Comfort only: a damaged file costs a theme and a window's place, never a word of the journal.
    return initial;
  }
};

/** Comfort settings and the window's place, kept outside the journal in one small file that holds nothing personal. */
export const openDeviceFile = (file: string) => {
  let current = read(file);
  const write = (change: Partial<Stored>): void => {
    current = { ...current, ...change };
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, `${JSON.stringify(current)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    settings: (): DeviceSettings => current.settings,
    saveSettings: (settings: DeviceSettings): DeviceSettings => {
      write({ settings });
      return settings;
    },
    window: (): WindowPlace | null => current.window,
    saveWindow: (place: WindowPlace): void => write({ window: place }),
  };
};

export type DeviceFile = ReturnType<typeof openDeviceFile>;
