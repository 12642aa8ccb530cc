import { act } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ok } from '#core/result';
import { type VaultStatus, vaultProblem } from '#core/vault-status';
import { LockScreen } from '#features/lock/lock-screen';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { Gate } from '../../renderer/gate';
import { renderWith } from './render';

type Locked = Extract<VaultStatus, { state: 'locked' }>;
const first = '0195f2a0-0000-4000-8000-000000000001';
const second = '0195f2a0-0000-4000-8000-000000000002';

const locked = (part: Partial<Locked> = {}): Locked => ({
  state: 'locked',
  problem: null,
  folder: '/home/sam/ebb/journal',
  journals: [{ id: first, createdAt: Date.UTC(2026, 0, 12), current: true }],
  backupVerifiedAt: null,
  replaced: [],
  keyChange: null,
  ...part,
});

const renderLock = (status: Locked, path = '/') => {
  const onCreate = vi.fn();
  const onRestore = vi.fn();
  return {
    ...renderWith(<LockScreen status={status} onCreate={onCreate} onRestore={onRestore} onElsewhere={vi.fn()} />, path),
    onCreate,
    onRestore,
  };
};

describe('the lock screen', () => {
  it('has the passphrase field ready and unlocks with Enter', async () => {
    const client = fakeClient({ 'vault.unlock': always(null) });
    const { user, getByLabelText } = renderLock(locked());
    expect(document.activeElement).toBe(getByLabelText('Passphrase'));
    await user.keyboard('harbor walnut quilt{Enter}');
    expect(client.inputsOf('vault.unlock')).toEqual([{ passphrase: 'harbor walnut quilt' }]);
  });

  it('says that nothing is lost after a wrong passphrase, and keeps what was typed', async () => {
    fakeClient({ 'vault.unlock': failing('WRONG_PASSPHRASE') });
    const { user, findByRole, getByLabelText } = renderLock(locked());
    await user.keyboard('wrong{Enter}');
    expect((await findByRole('alert')).textContent).toContain('Nothing is lost');
    expect((getByLabelText('Passphrase') as HTMLInputElement).value).toBe('wrong');
  });

  it('waits as long as it is told after many tries, and says how long', async () => {
    const client = fakeClient({ 'vault.unlock': failing('TOO_MANY_ATTEMPTS', { waitMs: 30_000 }) });
    const { user, findByText, getByRole } = renderLock(locked());
    await user.keyboard('wrong{Enter}');
    await findByText('You can try again in 30 seconds.');
    expect(getByRole('button', { name: 'Unlock' }).hasAttribute('disabled')).toBe(true);
    await user.keyboard('{Enter}');
    expect(client.inputsOf('vault.unlock')).toHaveLength(1);
  });

  it('opens with the recovery key, too', async () => {
    const client = fakeClient({ 'vault.unlockWithRecoveryKey': failing('WRONG_RECOVERY_KEY') });
    const { user, getByRole, findByRole } = renderLock(locked());
    await user.click(getByRole('button', { name: 'Use recovery key' }));
    await user.keyboard('7kq2m x9d4t{Enter}');
    expect(client.inputsOf('vault.unlockWithRecoveryKey')).toEqual([{ recoveryKey: '7kq2m x9d4t' }]);
    expect((await findByRole('alert')).textContent).toContain('recovery key does not open it');
  });

  it('can be tried again when the wait is over, and says so', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const client = fakeClient({ 'vault.unlock': failing('TOO_MANY_ATTEMPTS', { waitMs: 4000 }) });
    const { user, findByText, getByRole, queryByRole } = renderLock(locked());
    await user.keyboard('wrong{Enter}');
    await findByText('You can try again in 4 seconds.');
    await act(() => vi.advanceTimersByTimeAsync(4500));
    await findByText('You can try again now.');
    expect(queryByRole('alert')).toBeNull();
    client.answer('vault.unlock', always(null));
    await user.click(getByRole('button', { name: 'Unlock' }));
    expect(client.inputsOf('vault.unlock')).toHaveLength(2);
  });

  it('promises no more tries than there are: it says that waits come after five', async () => {
    fakeClient({ 'vault.unlock': failing('WRONG_PASSPHRASE') });
    const { user, findByRole } = renderLock(locked());
    await user.keyboard('wrong{Enter}');
    expect((await findByRole('alert')).textContent).toContain('After five, Ebb waits a little between them');
  });

  it.each([
    [{ 2: 'check' }, 'Group 3 looks mistyped.'],
    [{ 2: 'check', 4: 'check' }, 'Groups 3 and 5 look mistyped.'],
    [{ 5: 'check', 6: 'check', 7: 'check' }, 'From group 6 on, something is missing or mistyped.'],
  ])('says at the field which groups of the recovery key look mistyped: %j', async (fields, words) => {
    fakeClient({ 'vault.unlockWithRecoveryKey': failing('WRONG_RECOVERY_KEY', { fields }) });
    const { user, getByRole, getByLabelText, findAllByText, queryByRole } = renderLock(locked());
    await user.click(getByRole('button', { name: 'Use recovery key' }));
    await user.keyboard('7kq2m x9d4t{Enter}');
    const said = await findAllByText(words);
    const field = getByLabelText('Recovery key');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(said.some(({ id }) => id !== '' && field.getAttribute('aria-describedby')?.includes(id))).toBe(true);
    expect(queryByRole('alert')).toBeNull();
    await user.keyboard('3');
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  it('shows the emergency card, restoring and another journal as ways to go', async () => {
    fakeClient();
    const { user, getByRole, onRestore, onCreate } = renderLock(locked());
    expect(getByRole('link', { name: /Emergency/ }).getAttribute('href')).toContain('/emergency');
    await user.click(getByRole('button', { name: 'Restore an export' }));
    await user.click(getByRole('button', { name: 'Create another journal' }));
    expect([onRestore, onCreate].map((way) => way.mock.calls.length)).toEqual([1, 1]);
  });

  it.each([
    ['interrupted', /^Changing the key was cut short, and nothing was changed\..*the recovery key from before holds/],
    ['completed', /^Your journal has a new key now\..*with the new recovery key\.$/],
  ] as const)('says how a change of the key ended that was cut off (%s)', (keyChange, words) => {
    fakeClient();
    const { getByText } = renderLock(locked({ keyChange }));
    expect(getByText(words)).toBeDefined();
  });

  it('says it once where the path brings the same', () => {
    fakeClient();
    const { getAllByText } = renderLock(locked({ keyChange: 'completed' }), '/locked/encrypted');
    const seen = getAllByText(/^Your journal has a new key now/).filter((words) => words.closest('output') === null);
    expect(seen).toHaveLength(1);
  });

  it('says when the last backup was verified', () => {
    fakeClient();
    const { getByText } = renderLock(locked({ backupVerifiedAt: Date.now() }));
    expect(getByText(/Last backup verified today \d/)).toBeTruthy();
  });

  it('tells several journals apart by their dates only', async () => {
    const client = fakeClient({ 'vault.select': always(null) });
    const journals = [
      { id: first, createdAt: Date.UTC(2026, 0, 12, 12), current: true },
      { id: second, createdAt: Date.UTC(2026, 4, 3, 12), current: false },
    ];
    const { user, getByRole, findByRole } = renderLock(locked({ journals }));
    await user.click(getByRole('button', { name: /Which journal/ }));
    await user.click(await findByRole('option', { name: /^Journal from Sunday 3 May 2026, \d\d:00$/ }));
    expect(client.inputsOf('vault.select')).toEqual([{ journal: second }]);
  });
});

describe('a journal that cannot be opened', () => {
  it('has a screen for every problem with the folder and a way on, and never offers to delete or to start empty', () => {
    fakeClient();
    for (const problem of vaultProblem.options) {
      const { container, getByRole, unmount } = renderLock(locked({ problem }));
      expect(container.textContent).toContain('/home/sam/ebb/journal');
      expect(getByRole('button', { name: 'Try again' })).toBeTruthy();
      expect(container.textContent).not.toMatch(/delete|erase|new journal|create/i);
      unmount();
    }
  });

  it('first offers what can be brought back where files are damaged or gone, and nowhere else', () => {
    fakeClient();
    const first = vaultProblem.options.map((problem) => {
      const { container, unmount } = renderLock(locked({ problem }));
      const name = container.querySelector('main button')?.textContent;
      unmount();
      return [problem, name];
    });
    const see = 'See what can be brought back';
    expect(Object.fromEntries(first)).toEqual({
      HEADER_MISSING: see,
      HEADER_DAMAGED: see,
      DATABASE_MISSING: see,
      DATABASE_DAMAGED: see,
      VAULT_NEWER: 'Try again',
      VAULT_IN_USE: 'Try again',
      FOLDER_MISSING: 'Try again',
      READ_ONLY: 'Try again',
    });
  });

  it('begins with what can be brought back where it was locked for that, and leads on to the first page', async () => {
    fakeClient();
    const { findByRole, paths } = renderLock(locked(), '/recovery');
    await findByRole('heading', { name: 'What can be brought back' });
    expect(paths.at(-1)).toBe('/');
  });

  it('offers an export where the journal is damaged, not where it is whole', () => {
    fakeClient();
    const damaged = renderLock(locked({ problem: 'DATABASE_DAMAGED' }));
    expect(damaged.queryByRole('button', { name: 'Restore from an export' })).not.toBeNull();
    damaged.unmount();
    const newer = renderLock(locked({ problem: 'VAULT_NEWER' }));
    expect(newer.queryByRole('button', { name: 'Restore from an export' })).toBeNull();
  });

  it('is told when it only shows while unlocking', async () => {
    fakeClient({ 'vault.unlock': failing('DATABASE_DAMAGED') });
    const { user, findByRole } = renderLock(locked());
    await user.keyboard('right{Enter}');
    await findByRole('heading', { name: 'Some of your pages may not be readable' });
  });
});

describe('a journal in whose place another stands', () => {
  const replaced = [{ id: second, at: Date.UTC(2026, 10, 21, 20, 12) }];
  const back = /^As it was before Saturday 21 November 2026, \d\d:12$/;
  const current = { id: first, createdAt: Date.UTC(2026, 0, 12), current: true };
  const old = { id: second, createdAt: Date.UTC(2026, 0, 12), current: true };
  const onTheOld = (part: Partial<Locked> = {}) =>
    locked({ journals: [old, { ...current, current: false }], replaced, ...part });

  it('is out of the way until it is looked for', async () => {
    const client = fakeClient({ 'vault.select': always(null) });
    const { user, getByRole, queryByRole, findByRole } = renderLock(locked({ journals: [current], replaced }));
    expect(queryByRole('button', { name: back })).toBeNull();
    await user.click(getByRole('button', { name: 'Your journal as it was before' }));
    await user.click(await findByRole('button', { name: back }));
    expect(client.inputsOf('vault.select')).toEqual([{ journal: second }]);
  });

  it('is not spoken of where there is none', () => {
    fakeClient();
    expect(renderLock(locked()).queryByText(/as it was before/)).toBeNull();
  });

  it('says what it is and leads to the current one', async () => {
    const client = fakeClient({ 'vault.select': always(null) });
    const { user, getByRole, getByText, queryByRole } = renderLock(onTheOld());
    expect(getByText(/^This is your journal as it was before Saturday 21 November 2026/)).toBeTruthy();
    expect(queryByRole('button', { name: 'Your journal as it was before' })).toBeNull();
    await user.click(getByRole('button', { name: 'Go to the current one' }));
    expect(client.inputsOf('vault.select')).toEqual([{ journal: first }]);
  });

  it('leads to the current one before anything else where it cannot be opened', () => {
    fakeClient();
    const { container } = renderLock(onTheOld({ problem: 'DATABASE_MISSING' }));
    expect(container.querySelector('main button')?.textContent).toBe('Go to the current one');
  });

  it('keeps its problem to itself: the other journal is not said to be damaged', async () => {
    const client = fakeClient({
      'vault.status': always<VaultStatus>(onTheOld()),
      'vault.unlock': failing('DATABASE_DAMAGED'),
    });
    client.answer('vault.select', () => {
      client.answer('vault.status', always<VaultStatus>(locked({ journals: [current], replaced })));
      return ok(null);
    });
    const { user, findByRole, findByLabelText, getByRole } = renderWith(<Gate />);
    await findByLabelText('Passphrase');
    await user.keyboard('right{Enter}');
    await findByRole('heading', { name: 'Some of your pages may not be readable' });
    await user.click(getByRole('button', { name: 'Go to the current one' }));
    await findByRole('heading', { name: 'Welcome back' });
  });

  it('is told apart from several others by what it is', async () => {
    fakeClient();
    const third = '0195f2a0-0000-4000-8000-000000000003';
    // Its own date cannot be read any more, so nobody knows which of the others has taken its place.
    const journals = [
      { ...old, createdAt: null },
      { ...current, current: false },
      { id: third, createdAt: Date.UTC(2026, 4, 3), current: false },
    ];
    const { user, getByRole, findAllByRole } = renderLock(locked({ journals, replaced }));
    await user.click(getByRole('button', { name: /Which journal/ }));
    const names = (await findAllByRole('option')).map(({ textContent }) => textContent ?? '');
    expect(names[0]).toMatch(back);
    expect(names.slice(1).map((name) => name.slice(0, 12))).toEqual(['Journal from', 'Journal from']);
  });
});
