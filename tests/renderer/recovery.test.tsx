import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Recovery } from '#core/recovery';
import { ok } from '#core/result';
import type { SnapshotName, SnapshotSummary } from '#core/snapshot';
import type { VaultProblem, VaultStatus } from '#core/vault-status';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { Gate } from '../../renderer/gate';
import { onAnEvening } from './days';
import { renderWith } from './render';

onAnEvening();

const HOUR = 3_600_000;

const locked = (problem: VaultProblem | null): VaultStatus => ({
  state: 'locked',
  problem,
  folder: '/home/sam/ebb/journal',
  journals: [{ id: '0195f2a0-0000-4000-8000-000000000001', createdAt: Date.UTC(2026, 0, 12), current: true }],
  backupVerifiedAt: null,
  replaced: [],
  keyChange: null,
});

const backup = (hoursAgo: number, part: Partial<SnapshotSummary> = {}): SnapshotSummary => ({
  name: `20261121T${String(100_000_000 + hoursAgo)}Z-1` as SnapshotName,
  takenAt: Date.now() - hoursAgo * HOUR,
  reason: 'daily',
  bytes: 3_400_000,
  used: 3_400_000,
  entries: 1204 - hoursAgo,
  checkIns: 1,
  verifiedAt: Date.now(),
  damaged: false,
  earlierKey: false,
  ...part,
});

/** What is found; nothing can be read of a damaged file, unless it says so. */
type Found = Pick<Recovery, 'database' | 'snapshots'> & Partial<Recovery>;

/** A journal with a problem, its recovery begun; `found` is what there is to be found. */
const begin = async (problem: VaultProblem, part: Found) => {
  const found: Recovery = { salvage: null, salvageProblem: null, copiesTo: null, ...part };
  const client = fakeClient({
    'vault.status': always(locked(problem)),
    'unsaved.waiting': always(false),
    'recovery.look': always(found),
    'recovery.forget': always(null),
    'recovery.secondFolder': always(null),
  });
  client.answer('recovery.mendHeader', () => {
    client.answer('vault.status', always(locked(null)));
    return ok(null);
  });
  client.answer('recovery.restore', () => {
    client.answer('vault.status', always(locked(null)));
    return ok(null);
  });
  const view = renderWith(<Gate />);
  const press = async (name: string) => view.user.click(await view.findByRole('button', { name }));
  await press('See what can be brought back');
  await view.findByRole('heading', { name: 'What can be brought back' });
  return { ...view, client, press };
};

/** The same, with the passphrase typed. */
const look = async (problem: VaultProblem, found: Found) => {
  const view = await begin(problem, found);
  expect(document.activeElement).toBe(view.getByLabelText('Passphrase'));
  await view.user.keyboard('harbor walnut{Enter}');
  return view;
};

describe('looking at what can be brought back', () => {
  it('takes the passphrase', async () => {
    const { client, findByRole } = await look('DATABASE_DAMAGED', { database: 'damaged', snapshots: [backup(2)] });
    await findByRole('heading', { name: 'Your journal can be brought back' });
    expect(client.inputsOf('recovery.look')).toMatchObject([{ type: 'passphrase', secret: 'harbor walnut' }]);
  });

  it('takes the recovery key, and says at the field which groups look mistyped', async () => {
    const { client, user, press, findAllByText } = await begin('HEADER_MISSING', { database: 'whole', snapshots: [] });
    client.answer('recovery.look', failing('WRONG_RECOVERY_KEY', { fields: { 2: 'check' } }));
    await press('Use recovery key');
    await user.keyboard('7kq2m x9d4t{Enter}');
    await findAllByText('Group 3 looks mistyped.');
    expect(client.inputsOf('recovery.look')).toMatchObject([{ type: 'recovery', secret: '7kq2m x9d4t' }]);
  });

  it('keeps a wrong passphrase on the screen, and names the one before where the key files are lost', async () => {
    const { client, user, findByRole, getByLabelText } = await begin('HEADER_MISSING', {
      database: 'whole',
      snapshots: [],
    });
    client.answer('recovery.look', failing('WRONG_PASSPHRASE'));
    await user.keyboard('wrong{Enter}');
    const told = (await findByRole('alert')).textContent ?? '';
    expect(told).toContain('Nothing is lost');
    expect(told).toContain('try the one before it');
    expect((getByLabelText('Passphrase') as HTMLInputElement).value).toBe('wrong');
  });

  it('waits after many tries, as unlocking does', async () => {
    const { client, user, findByText, getByRole } = await begin('DATABASE_MISSING', {
      database: 'missing',
      snapshots: [],
    });
    client.answer('recovery.look', failing('TOO_MANY_ATTEMPTS', { waitMs: 30_000 }));
    await user.keyboard('wrong{Enter}');
    await findByText('You can try again in 30 seconds.');
    expect(getByRole('button', { name: 'Look' }).hasAttribute('disabled')).toBe(true);
  });

  it('shows how far the reading is and can be stopped', async () => {
    const { client, user, findByRole, press, queryByRole } = await begin('DATABASE_DAMAGED', {
      database: 'damaged',
      snapshots: [],
    });
    client.answer('recovery.look', failing('CANCELLED'));
    const letGo = client.hold('recovery.look');
    client.answer('jobs.cancel', always(null));
    await user.keyboard('harbor walnut{Enter}');
    const [{ job = '' } = {}] = client.inputsOf('recovery.look');
    act(() => client.emit('job.progress', { job, phase: 'verifying', done: 30, total: 100 }));
    expect((await findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('30');
    await press('Cancel');
    expect(client.inputsOf('jobs.cancel')).toEqual([{ job }]);
    await act(async () => letGo());
    await findByRole('button', { name: 'Look' });
    expect(queryByRole('alert')).toBeNull();
  });

  it('leaves no key behind when it is left', async () => {
    const { client, press, findByRole } = await look('DATABASE_DAMAGED', {
      database: 'damaged',
      snapshots: [backup(2)],
    });
    await findByRole('radio');
    expect(client.inputsOf('recovery.forget')).toEqual([]);
    await press('Back');
    await findByRole('heading', { name: 'Some of your pages may not be readable' });
    expect(client.inputsOf('recovery.forget')).toEqual([{}]);
  });

  it('tells of words that are kept in memory until the journal is back', async () => {
    fakeClient({ 'vault.status': always(locked('DATABASE_DAMAGED')), 'unsaved.waiting': always(true) });
    const { findByText } = renderWith(<Gate />);
    await findByText(/Leave Ebb open until your journal is back/);
  });
});

describe('lost key files', () => {
  it('are written anew with one button, and the lock screen says that it opens again', async () => {
    const { client, press, findByText, findAllByText, findByRole, getByLabelText } = await look('HEADER_DAMAGED', {
      database: 'whole',
      snapshots: [backup(2)],
    });
    await findByText(/Only the key files were lost\. Ebb can write them anew\./);
    await press('Write the key files anew');
    await findByRole('heading', { name: 'Welcome back' });
    // Shown, and said aloud: the field takes the focus.
    expect(await findAllByText(/^The key files are there again, and all you wrote is as it was\./)).toHaveLength(2);
    expect(client.inputsOf('recovery.mendHeader')).toHaveLength(1);
    expect(document.activeElement).toBe(getByLabelText('Passphrase'));
  });

  it('that cannot be written say why, and can be tried again', async () => {
    const { client, press, findByRole } = await look('HEADER_MISSING', { database: 'whole', snapshots: [backup(2)] });
    client.answer('recovery.mendHeader', failing('DISK_FULL'));
    await press('Write the key files anew');
    const told = (await findByRole('alert')).textContent ?? '';
    expect(told).toContain('not enough room on the disk');
    expect(told).not.toContain('What you typed');
    expect(await findByRole('button', { name: 'Write the key files anew' })).toBeTruthy();
  });

  it('of which there is no copy anywhere leave the export, which needs only its own passphrase', async () => {
    const { client, user, press, findByRole, findByText } = await begin('HEADER_MISSING', {
      database: 'whole',
      snapshots: [],
    });
    client.answer('recovery.look', failing('HEADER_MISSING'));
    await user.keyboard('harbor walnut{Enter}');
    await findByRole('heading', { name: 'There is no key here' });
    await findByText(/needs only its own passphrase/);
    await press('Restore from an export');
    await findByRole('heading', { name: 'Restore an export' });
  });
});

describe('the backups that were found', () => {
  it('stand newest first with what they hold, and a damaged one cannot be chosen', async () => {
    const { findAllByRole, getByText } = await look('DATABASE_DAMAGED', {
      database: 'damaged',
      snapshots: [backup(1, { damaged: true, entries: null, checkIns: null }), backup(2), backup(30)],
    });
    const radios = (await findAllByRole('radio')) as HTMLInputElement[];
    expect(radios.map(({ disabled }) => disabled)).toEqual([true, false, false]);
    expect(radios.map(({ checked }) => checked)).toEqual([false, true, false]);
    const rows = radios.map((radio) => radio.closest('label')?.textContent ?? '');
    expect(rows[0]).toMatch(/^Today, \d\d:\d\dDamaged, cannot be brought back$/);
    expect(rows[1]).toMatch(/^Today, \d\d:\d\d1,202 entries1 check-in3.4 MB$/);
    expect(rows[2]).toMatch(/^Yesterday, \d\d:\d\d1,174 entries1 check-in3.4 MB$/);
    expect(getByText('3 backups, the newest first')).toBeTruthy();
  });

  it('are asked about once, and the one that is chosen takes the place of the journal', async () => {
    const older = backup(30);
    const { client, user, press, findAllByRole, findByRole, findAllByText } = await look('DATABASE_MISSING', {
      database: 'missing',
      snapshots: [backup(2), older],
    });
    await user.click((await findAllByRole('radio'))[1] as HTMLElement);
    await press('Bring this one back');
    const question = await findByRole('alertdialog', { name: /^Bring back the backup from yesterday \d\d:\d\d\?$/ });
    expect(question.textContent).toContain('It holds 1,174 entries and 1 check-in.');
    expect(question.textContent).toContain('What you wrote after it was made is not in it.');
    expect(question.textContent).toContain('The files that are here now are kept as they are');
    await press('Not yet');
    expect(client.inputsOf('recovery.restore')).toEqual([]);
    await press('Bring this one back');
    await press('Bring it back');
    await findByRole('heading', { name: 'Welcome back' });
    expect(
      await findAllByText(/^Your journal is back, as it was in the backup from yesterday \d\d:\d\d\./),
    ).toHaveLength(2);
    expect(client.inputsOf('recovery.restore')).toMatchObject([{ name: older.name }]);
  });

  it('can be chosen and confirmed with Enter', async () => {
    const { client, user, findAllByRole, findByRole } = await look('DATABASE_DAMAGED', {
      database: 'damaged',
      snapshots: [backup(1), backup(2), backup(3)],
    });
    act(() => (document.querySelector('input[type=radio]:checked') as HTMLElement).focus());
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(((await findAllByRole('radio'))[2] as HTMLInputElement).checked).toBe(true);
    await user.keyboard('{Enter}');
    await findByRole('alertdialog');
    await user.keyboard('{Tab}{Enter}');
    await waitFor(() => expect(client.inputsOf('recovery.restore')).toMatchObject([{ name: backup(3).name }]));
  });

  it('can be stopped on their way back, and are all there again', async () => {
    const { client, press, findByRole, queryByRole } = await look('DATABASE_DAMAGED', {
      database: 'damaged',
      snapshots: [backup(2)],
    });
    client.answer('recovery.restore', failing('CANCELLED'));
    client.answer('jobs.cancel', always(null));
    const letGo = client.hold('recovery.restore');
    await press('Bring this one back');
    await press('Bring it back');
    await findByRole('heading', { name: 'Bringing your journal back' });
    const [{ job = '' } = {}] = client.inputsOf('recovery.restore');
    act(() => client.emit('job.progress', { job, phase: 'writing', done: 60, total: 100 }));
    expect((await findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('60');
    await press('Cancel');
    expect(client.inputsOf('jobs.cancel')).toEqual([{ job }]);
    await act(async () => letGo());
    await findByRole('radio');
    expect(queryByRole('alert')).toBeNull();
  });

  it.each([
    ['DISK_FULL', 'not enough room on the disk'],
    ['READ_ONLY', 'may not write where it keeps journals'],
    ['LOCKED', 'type it once more'],
    ['NOT_FOUND', 'not in its place any more'],
  ] as const)('stay where they are when one cannot be brought back: %s', async (code, words) => {
    const { client, press, findByRole } = await look('DATABASE_DAMAGED', {
      database: 'damaged',
      snapshots: [backup(2)],
    });
    client.answer('recovery.restore', failing(code));
    await press('Bring this one back');
    await press('Bring it back');
    const told = (await findByRole('alert')).textContent ?? '';
    expect(told).toContain(words);
    expect(told).toContain('Everything that is here is as it was.');
    expect(await findByRole('radio')).toBeTruthy();
  });

  it('are not offered again once one has turned out to be damaged', async () => {
    const { client, press, findByRole, findAllByRole } = await look('DATABASE_DAMAGED', {
      database: 'damaged',
      snapshots: [backup(2), backup(5)],
    });
    client.answer('recovery.restore', failing('SNAPSHOT_DAMAGED'));
    await press('Bring this one back');
    await press('Bring it back');
    await findByRole('alert');
    const radios = (await findAllByRole('radio')) as HTMLInputElement[];
    expect(radios.map(({ disabled, checked }) => [disabled, checked])).toEqual([
      [true, false],
      [false, true],
    ]);
    await press('Bring this one back');
    await press('Bring it back');
    await findByRole('heading', { name: 'The backups are damaged, too' });
  });

  it('are many, and the button stays one step away', async () => {
    const { user, findAllByRole, getByRole } = await look('DATABASE_DAMAGED', {
      database: 'damaged',
      snapshots: Array.from({ length: 25 }, (_, index) => backup(index * 9)),
    });
    expect(await findAllByRole('radio')).toHaveLength(25);
    act(() => (document.querySelector('input[type=radio]:checked') as HTMLElement).focus());
    await user.tab();
    expect(document.activeElement).toBe(getByRole('button', { name: 'Bring this one back' }));
  });

  it('are none: it is said, and the export is the way on', async () => {
    const { press, findByRole } = await look('DATABASE_DAMAGED', { database: 'damaged', snapshots: [] });
    await findByRole('heading', { name: 'There is no backup here' });
    await press('Restore from an export');
    await findByRole('heading', { name: 'Restore an export' });
  });
});

describe('pages that are whole after all', () => {
  it('are tried to open once more', async () => {
    const { client, press, findByText, findByRole } = await look('DATABASE_DAMAGED', {
      database: 'whole',
      snapshots: [backup(2)],
    });
    await findByText(/found no damage/);
    client.answer('vault.status', always(locked(null)));
    await press('Open my journal');
    await findByRole('heading', { name: 'Welcome back' });
  });

  it('may give way to a backup all the same', async () => {
    const { press, findByRole, findByText } = await look('DATABASE_DAMAGED', {
      database: 'whole',
      snapshots: [backup(2)],
    });
    await press('Choose a backup instead');
    await findByRole('radio');
    await findByText('A backup can take the place of your journal as it is now.');
  });
});
