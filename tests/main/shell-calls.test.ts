import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Output } from '#core/contract';
import { failed, ok, type Result } from '#core/result';
import { defaultDeviceSettings } from '#core/settings';
import type { SnapshotName } from '#core/snapshot';
import { chosenFiles } from '#main/chosen-files';
import { openDeviceFile } from '#main/device-file';
import { shellAnswer, shellCalls } from '#main/shell-calls';
import { aSnapshot, snapshotsOf } from '#tests/support/builders';
import { tempFolder } from '#tests/support/temp-folder';

// The system's own dialog: it answers with this file.
const chosen = '/media/sam/STICK/copies/my.ebb.age';
vi.mock('electron', () => ({ dialog: { showSaveDialog: async () => ({ filePath: chosen }) } }));

const aShell = (known: Result<Output<'snapshots.list'>> = failed({ code: 'LOCKED' })) => {
  const shown: string[] = [];
  const files = chosenFiles();
  const answer = shellAnswer(
    shellCalls({
      windowOf: () => ({}) as never,
      device: openDeviceFile(join(tempFolder(), 'device.json')),
      clipboard: { copy: async () => undefined, clear: async () => undefined },
      files,
      about: () => ({}) as never,
      showFile: (file) => shown.push(file),
      snapshots: async () => known,
      handedOver: async () => undefined,
      stay: () => undefined,
      quitNow: async () => undefined,
      applyDevice: () => undefined,
    }),
  );
  return { answer, shown, files };
};

describe('the place chosen for an export', () => {
  it('is told with its folder, for the person to read, and shown in the file manager by its ticket', async () => {
    const { answer, shown } = aShell();
    const place = await answer('shell.chooseExportTarget', { suggestedName: 'my.ebb.age' });
    expect(place).toMatchObject({ ok: true, value: { name: 'my.ebb.age', folder: '/media/sam/STICK/copies' } });
    const { ticket } = (place as unknown as { value: { ticket: string } }).value;
    expect(await answer('shell.showInFolder', { file: ticket })).toEqual({ ok: true, value: null });
    expect(shown).toEqual([chosen]);
  });

  it('is shown by nothing else: no path, no ticket from before a lock', async () => {
    const { answer, shown, files } = aShell();
    const ticket = files.add(chosen);
    files.clear();
    for (const file of [ticket, chosen, '/etc/passwd']) {
      expect(await answer('shell.showInFolder', { file })).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    }
    expect(shown).toEqual([]);
  });
});

describe('the snapshots', () => {
  it('are shown where the worker says they lie, the newest one marked', async () => {
    const newest = '20261121T123005007Z-2' as SnapshotName;
    const { answer, shown } = aShell(ok(snapshotsOf([aSnapshot({ name: newest }), aSnapshot()])));
    expect(await answer('shell.showSnapshots', {})).toEqual({ ok: true, value: null });
    expect(shown).toEqual([join('/home/sam/ebb/snapshots', newest)]);
  });

  it.each([
    ['none yet', ok(snapshotsOf([])), 'NOT_FOUND'],
    ['a locked journal', failed({ code: 'LOCKED' }), 'LOCKED'],
  ] as const)('are not shown where there are none: %s', async (_, known, code) => {
    const { answer, shown } = aShell(known);
    expect(await answer('shell.showSnapshots', {})).toEqual({ ok: false, error: { code } });
    expect(shown).toEqual([]);
  });
});

describe('comfort settings', () => {
  it('are answered as they were saved', async () => {
    const { answer } = aShell();
    await answer('device.save', { ...defaultDeviceSettings, theme: 'dark' });
    expect(await answer('device.get', {})).toMatchObject({ ok: true, value: { theme: 'dark' } });
  });
});
