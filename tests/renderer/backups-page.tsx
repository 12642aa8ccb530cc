import { addDays } from '#core/local-date';
import type { SnapshotName, SnapshotSummary } from '#core/snapshot';
import type { VaultStatus } from '#core/vault-status';
import { BackupsSection } from '#features/settings/backups-section';
import { aSnapshot, snapshotsOf } from '#tests/support/builders';
import { always, fakeClient } from '#tests/support/fake-client';
import { moment, open, today } from './days';
import { renderWith } from './render';

/** A backup of some days ago at noon, on this computer's wall clock. */
export const daysAgo = (days: number, rest: Partial<SnapshotSummary> = {}): SnapshotSummary => {
  const { at } = moment(addDays(today, -days));
  const name = `${new Date(at).toISOString().replace(/[-:.]/g, '')}-1` as SnapshotName;
  return aSnapshot({ name, takenAt: at, verifiedAt: at, ...rest });
};

/** Settings' backups: one of today and one of yesterday, unless told otherwise. */
export const show = (answers: Parameters<typeof fakeClient>[0] = {}) => {
  const client = fakeClient({
    'vault.status': always<VaultStatus>(open),
    'snapshots.list': always(snapshotsOf([daysAgo(0), daysAgo(1)])),
    'jobs.cancel': always(null),
    ...answers,
  });
  return { client, ...renderWith(<BackupsSection />) };
};
