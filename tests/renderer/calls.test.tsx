import { waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { emptyProfile } from '#core/settings';
import { call } from '#lib/client';
import { lockWhenAsked } from '#lib/lock-journal';
import { command, useCallQuery } from '#lib/query-client';
import { registerUnsavedWork } from '#lib/unsaved-work';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { renderWith } from './render';

const Name = () => {
  const profile = useCallQuery('profile.get', {});
  return <p>{profile.isError ? profile.error.code : profile.data?.name}</p>;
};

describe('a call', () => {
  it('fails as a result even when the bridge itself throws', async () => {
    Object.defineProperty(window, 'ebb', {
      value: { call: () => Promise.reject(new Error('gone')), on: () => () => undefined },
      configurable: true,
    });
    expect(await call('profile.get', {})).toEqual({ ok: false, error: { code: 'INTERNAL' } });
  });

  it('shows its code when it fails', async () => {
    fakeClient({ 'profile.get': failing('LOCKED') });
    const { findByText } = renderWith(<Name />);
    await findByText('LOCKED');
  });
});

describe('a command', () => {
  it('has what it made stale asked for again', async () => {
    const sam = { ...emptyProfile, name: 'Sam' };
    const kim = { ...emptyProfile, name: 'Kim' };
    const client = fakeClient({ 'profile.get': always(sam), 'profile.save': always(kim) });
    const { findByText } = renderWith(<Name />);
    await findByText('Sam');
    client.answer('profile.get', always(kim));
    await command('profile.save', kim);
    await findByText('Kim');
  });

  it('leaves everything as it is when it fails', async () => {
    const client = fakeClient({ 'profile.get': always(emptyProfile), 'profile.save': failing('DISK_FULL') });
    renderWith(<Name />);
    await waitFor(() => expect(client.inputsOf('profile.get')).toHaveLength(1));
    expect(await command('profile.save', emptyProfile)).toEqual({ ok: false, error: { code: 'DISK_FULL' } });
    expect(client.inputsOf('profile.get')).toHaveLength(1);
  });
});

describe('locking', () => {
  it('hands over what is not saved before the journal locks, even if one part fails', async () => {
    const order: string[] = [];
    const client = fakeClient({
      'shell.lock': () => {
        order.push('locked');
        return { ok: true, value: null };
      },
    });
    const broken = vi.fn(() => Promise.reject(new Error('full')));
    const stops = [
      registerUnsavedWork(broken),
      registerUnsavedWork(async () => {
        await Promise.resolve();
        order.push('saved');
        return [];
      }),
      lockWhenAsked(),
    ];
    client.emit('vault.locking', { quitting: false });
    await waitFor(() => expect(order).toEqual(['saved', 'locked']));
    expect(broken).toHaveBeenCalledTimes(1);
    for (const stop of stops) stop();
  });
});
