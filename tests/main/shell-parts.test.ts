import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultDeviceSettings } from '#core/settings';
import { placeOf } from '#main/about';
import { chosenFiles } from '#main/chosen-files';
import { refusal } from '#main/command-line';
import { openDeviceFile } from '#main/device-file';
import { idleClock } from '#main/idle-clock';
import { ownClipboard } from '#main/own-clipboard';
import { tempFolder } from '#tests/support/temp-folder';

describe('the idle clock', () => {
  const at = { wall: 1_000_000, monotonic: 500 };
  const clock = idleClock({ wall: () => at.wall, monotonic: () => at.monotonic });
  const pass = (wall: number, monotonic: number): void => {
    at.wall += wall;
    at.monotonic += monotonic;
  };

  beforeEach(() => clock.touch());

  it('counts plain time', () => {
    pass(60_000, 60_000);
    expect(clock.idleMs()).toBe(60_000);
  });

  it('counts sleep, in which the monotonic clock may stand still', () => {
    pass(3_600_000, 0);
    expect(clock.idleMs()).toBe(3_600_000);
  });

  it('is not fooled by a wall clock that is set back', () => {
    pass(-86_400_000, 300_000);
    expect(clock.idleMs()).toBe(300_000);
  });

  it('starts again at every touch', () => {
    pass(60_000, 60_000);
    clock.touch();
    expect(clock.idleMs()).toBe(0);
  });
});

describe('what we put on the clipboard', () => {
  let content = '';
  const clipboard = {
    readText: () => content,
    writeText: (text: string) => {
      content = text;
    },
    clear: () => {
      content = '';
    },
  } as unknown as Parameters<typeof ownClipboard>[0];

  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is taken back after thirty seconds', async () => {
    await ownClipboard(clipboard).copy('555 0142');
    await vi.advanceTimersByTimeAsync(29_999);
    expect(content).toBe('555 0142');
    await vi.advanceTimersByTimeAsync(1);
    expect(content).toBe('');
  });

  it('is taken back at once when the journal locks', async () => {
    const own = ownClipboard(clipboard);
    await own.copy('555 0142');
    await own.clear();
    expect(content).toBe('');
  });

  it('is left alone when something else was copied since', async () => {
    const own = ownClipboard(clipboard);
    await own.copy('555 0142');
    content = 'a shopping list';
    await own.clear();
    expect(content).toBe('a shopping list');
  });
});

describe('how a packaged app may be started', () => {
  const started = (switches: readonly string[], env: Record<string, string> = {}, isPackaged = true): string | null =>
    refusal({ isPackaged, commandLine: { hasSwitch: (name: string) => switches.includes(name) } as never }, env);

  it.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags'])(
    'not with --%s',
    (name) => expect(started([name])).toContain(name),
  );

  it('not without the sandbox, unless someone said so', () => {
    expect(started(['no-sandbox'])).toContain('no-sandbox');
    expect(started(['no-sandbox'], { EBB_ALLOW_NO_SANDBOX: '1' })).toBeNull();
  });

  it('plainly, and in development in any way', () => {
    expect(started([])).toBeNull();
    expect(started(['inspect', 'no-sandbox'], {}, false)).toBeNull();
  });
});

describe('where the system says it is', () => {
  it.each([
    ['GB', 'en-US', 'GB', 'GB'],
    ['', 'de-DE', 'DE', 'DE'],
    ['', 'de-AT@euro', 'AT', 'AT'],
    // A language alone is no country, though dates may follow it.
    ['', 'es', '', 'ES'],
    ['', 'en', '', 'US'],
    ['', 'en-US@posix', '', ''],
    ['', '', '', ''],
    ['', 'not a locale', '', ''],
  ])('with country %j and locale %j', (countryCode, locale, country, region) => {
    expect(placeOf(countryCode, locale)).toEqual({ country, region });
  });
});

describe('comfort settings', () => {
  it('come back after a restart, in a file that its owner alone may read', () => {
    const file = join(tempFolder(), 'folder', 'device.json');
    const place = { x: 10, y: 20, width: 1000, height: 700, maximized: false };
    openDeviceFile(file).changeSettings({ theme: 'dark' });
    const again = openDeviceFile(file);
    again.saveWindow(place);
    expect(openDeviceFile(file).settings().theme).toBe('dark');
    expect(openDeviceFile(file).window()).toEqual(place);
  });

  it('of a version that knew no own numbers load with everything else kept', () => {
    const file = join(tempFolder(), 'device.json');
    const old = { theme: 'dark', textSize: 130, country: 'IE', autoLockMinutes: 2 };
    writeFileSync(file, JSON.stringify({ settings: old, window: null }));
    expect(openDeviceFile(file).settings()).toEqual({ ...old, ownEmergencyNumber: '', ownCrisisLine: '' });
  });

  it('of another version, or with one that makes no sense, keep all the others', () => {
    const file = join(tempFolder(), 'device.json');
    const window = { x: 10, y: 20, width: 1000, height: 700, maximized: false };
    const settings = { theme: 'dark', textSize: 900, country: 'NZ', fromLater: true };
    writeFileSync(file, JSON.stringify({ settings, window }));
    const device = openDeviceFile(file);
    expect(device.settings()).toEqual({ ...defaultDeviceSettings, theme: 'dark', country: 'NZ' });
    expect(device.window()).toEqual(window);
    device.changeSettings({ textSize: 120, theme: undefined });
    expect(openDeviceFile(file).settings()).toEqual({
      ...defaultDeviceSettings,
      theme: 'dark',
      country: 'NZ',
      textSize: 120,
    });
  });

  it('that cannot be written stay as they are', () => {
    const file = join(tempFolder(), 'device.json');
    const device = openDeviceFile(file);
    mkdirSync(`${file}.new`);
    expect(() => device.changeSettings({ theme: 'dark' })).toThrow();
    expect(device.settings()).toEqual(defaultDeviceSettings);
  });

  it.each(['', '{', 'null', '{"settings":{"theme":"pink"}}'])(
    'fall back to the usual ones when the file holds %j',
    (text) => {
      const folder = tempFolder();
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'device.json'), text);
      const device = openDeviceFile(join(folder, 'device.json'));
      expect(device.settings()).toEqual(defaultDeviceSettings);
      device.changeSettings(defaultDeviceSettings);
      expect(JSON.parse(readFileSync(join(folder, 'device.json'), 'utf8')).settings).toEqual(defaultDeviceSettings);
    },
  );
});

describe('a chosen file', () => {
  it('is known to the window by its ticket alone', () => {
    const files = chosenFiles();
    const ticket = files.add('/home/someone/backup.ebb.age');
    expect(ticket).not.toContain('someone');
    expect(files.namedIn({ job: 'x', target: ticket, passphrase: 'y' })).toEqual({
      [ticket]: '/home/someone/backup.ebb.age',
    });
    expect(files.namedIn({ target: '/etc/passwd' })).toEqual({});
    files.clear();
    expect(files.namedIn({ target: ticket })).toEqual({});
  });
});
