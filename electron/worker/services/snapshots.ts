import { randomUUID } from 'node:crypto';
import type { EventPayload } from '#core/contract';
import { AppError, type ErrorCode } from '#core/errors';
import { dayOf } from '#core/local-date';
import type { SnapshotList, SnapshotManifest, SnapshotName, SnapshotReason, SnapshotSummary } from '#core/snapshot';
import { toAppError } from '../db/database-error';
import { type Job, jobRegistry } from '../jobs';
import { isChangedSince } from '../repositories/last-changes';
import { runThread } from '../run-thread';
import { isEarlier } from '../snapshots/earlier-key';
import { noteReading, saveReadings } from '../snapshots/readings';
import { isShrunk, letGoOfOld } from '../snapshots/rotation';
import { freeMoment, listNames, nameOf, removeSnapshot, snapshotsFolder } from '../snapshots/snapshot-files';
import { type SnapshotPlace, summariesIn, summaryOf } from '../snapshots/summaries';
import { beginSnapshot } from '../snapshots/take-snapshot';
import type { SnapshotMessage } from '../snapshots/thread-messages';
import type { Keysmith } from '../vault/build-vault';
import { encodeHeader } from '../vault/header';
import type { JournalIndex } from '../vault/journal-index';
import type { OpenVault } from '../vault/open-vault';
import { databaseFile } from '../vault/vault-files';
import { seeSnapshotsLost, snapshotsLost, snapshotWatch } from './lost-snapshots';
import { secondFolderService } from './second-folder';
import { snapshotReader } from './snapshot-reader';
import type { VaultService } from './vault';

/** A snapshot is taken after so many records were changed. */
const CHANGES = 30;
/** Every snapshot is read again after so long. */
const REREAD_MS = 7 * 86_400_000;

const onlyOnce = (work: () => void): (() => void) => {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
};

type Options = {
  readonly vault: Pick<VaultService, 'current' | 'journal' | 'isReal' | 'recordBackup' | 'judgeBackup' | 'close'>;
  readonly smith: Pick<Keysmith, 'clock' | 'sodium'>;
  readonly index: Pick<JournalIndex, 'home' | 'begin' | 'clearBegun' | 'replace' | 'secondFolder' | 'setSecondFolder'>;
  /** The file of snapshot-thread. */
  readonly thread: string | URL;
  readonly onProgress: (event: EventPayload<'job.progress'>) => void;
  /** There is another snapshot, or something else to know about them. */
  readonly onChanged: () => void;
};

/** Snapshots of the open journal: taken by themselves, read again every week, kept as long as they are worth it. */
export const snapshotService = ({ vault, smith: { clock, sodium }, index, thread, onProgress, onChanged }: Options) => {
  const jobs = jobRegistry(onProgress);
  const changed = new Set<string>();
  const watch = snapshotWatch();
  let problem: ErrorCode | null = null;
  // One at a time: each reads or writes the whole journal.
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  /** The one that is looked into: it must not go from under whoever reads it. */
  let lookedInto: SnapshotName | null = null;

  const place = (): SnapshotPlace => {
    const { folder, vaultKey } = vault.current();
    return { folder: snapshotsFolder(folder), vaultKey, sodium };
  };

  const inTurn = <T>(id: string, work: (job: Job) => Promise<T>): Promise<T> => {
    const turn = last;
    const running = jobs.run(id, async (job) => {
      await Promise.race([turn, job.cancelled]);
      if (isClosed || job.control.isCancelled()) throw new AppError('CANCELLED');
      return work(job);
    });
    // One that is cancelled while it waits ends before those in front of it.
    last = Promise.allSettled([turn, running]);
    return running;
  };

  /** Lets go of what has become too old, but for `kept`. */
  const prune = (at: SnapshotPlace, kept: readonly SnapshotName[] = []): void =>
    letGoOfOld(at, [...kept, lookedInto], clock.now());

  const second = secondFolderService({
    clock,
    sodium,
    index,
    current: vault.current,
    thread,
    prune: (into, kept) => prune({ ...place(), folder: into }, kept),
  });

  /** Takes one of a journal that is open, whether or not it can be used yet. */
  const takeOf = async (opened: OpenVault, job: Job, reason: SnapshotReason): Promise<SnapshotName> => {
    const { db, header, vaultKey } = opened;
    const folder = snapshotsFolder(opened.folder);
    const takenAt = freeMoment(folder, clock.now(), header.generation);
    const name = nameOf(takenAt, header.generation);
    const file = { database: databaseFile(opened.folder), folder, name };
    const release = onlyOnce(beginSnapshot(db, file));
    const isCopied = ({ type }: SnapshotMessage): boolean => {
      if (type === 'copied') release();
      return type === 'copied';
    };
    const { vaultId, generation } = header;
    const about = { vaultKey, vaultId, header: encodeHeader(header, vaultKey), generation, takenAt, reason };
    try {
      await runThread<SnapshotMessage>(
        thread,
        { task: 'take', handle: db.handle, ...file, ...about },
        { job, take: isCopied },
      );
    } finally {
      release();
    }
    noteReading(folder, name, { at: clock.now(), whole: true });
    return name;
  };

  /** Takes one and lets go of what has become too old, but for `kept`. */
  const take = async (
    job: Job,
    reason: SnapshotReason,
    kept: readonly SnapshotName[] = [],
  ): Promise<SnapshotSummary> => {
    if (!vault.isReal()) throw new AppError('LOCKED');
    const at = place();
    const changesTaken = [...changed];
    const name = await takeOf(vault.current(), job, reason);
    for (const id of changesTaken) changed.delete(id);
    vault.recordBackup('snapshot');
    watch.areGone(vault.current());
    prune(at, kept);
    // Not part of it: a stick may be slow, and whoever asked for a snapshot has one now.
    lookAtSecond();
    return summaryOf(at, name);
  };

  const reader = snapshotReader({ vault, clock, sodium, index, thread, place });

  /** Does what nobody asked for: tells what went wrong in the list, and no one is interrupted by it. */
  const byItself = async (work: (job: Job) => Promise<unknown>): Promise<void> => {
    try {
      await inTurn(randomUUID(), work).finally(vault.judgeBackup);
      problem = null;
    } catch (error) {
      const { code } = toAppError(error);
      // The journal closes: nobody is left to be told.
      if (code === 'CANCELLED' || code === 'LOCKED') return;
      problem = code;
    }
    onChanged();
  };

  const lookAtSecond = (): void => {
    if (vault.isReal() && second.hasComeOrGone()) onChanged();
    const catchUp = async (job: Job): Promise<void> => {
      if (!vault.isReal() || !second.isDue()) return;
      await second.catchUp(job);
      onChanged();
    };
    // What goes wrong there is told with the second folder; what remains is that the journal was locked meanwhile.
    inTurn(randomUUID(), catchUp).catch(() => undefined);
  };

  const takenToday = (at: SnapshotPlace): boolean => {
    const today = dayOf(clock.now(), clock.zone());
    return summariesIn(at).some(
      // One from before a migration is of a form that little else can read.
      ({ takenAt, damaged, reason }) =>
        !damaged && reason !== 'before-migration' && dayOf(takenAt, clock.zone()) === today,
    );
  };

  /** Whether there is no snapshot at all; where that cannot be seen, taking the next one tells why. */
  const areAllGone = (): boolean => {
    try {
      return listNames(place().folder).length === 0;
    } catch {
      return false;
    }
  };

  /** Whether something was written since the newest snapshot. */
  const isAhead = (): boolean => {
    const newest = summariesIn(place()).find(({ damaged }) => !damaged);
    return newest === undefined || isChangedSince(vault.journal().db, newest.takenAt);
  };

  const reread = async (job: Job): Promise<void> => {
    // One read under a clock that was ahead would not be read again for as long.
    const isDue = (at: number): boolean => Math.abs(clock.now() - at) >= REREAD_MS;
    const due = summariesIn(place()).filter(({ verifiedAt }) => isDue(verifiedAt ?? 0));
    for (const { name } of due) {
      await reader.verify(job, name).catch((error: unknown) => {
        if (toAppError(error).code !== 'SNAPSHOT_DAMAGED') throw error;
      });
    }
  };

  /**
   * Takes the snapshot of the day and reads old ones again where that is due, behind whatever the person does: to be called
   * now and then, for a journal may be open for days.
   */
  const keepUp = async (): Promise<void> => {
    if (!vault.isReal()) return;
    await byItself(async (job) => {
      if (!takenToday(place())) await take(job, 'daily');
      await reread(job);
    });
    lookAtSecond();
  };

  /** Takes another where all are gone; else looks at the second folder. */
  const makeUp = (): void => {
    if (vault.isReal() && problem === null && areAllGone()) void keepUp();
    else lookAtSecond();
  };

  const tellGone = (): void => {
    onChanged();
    makeUp();
  };

  return {
    /** The snapshots of the open journal, newest first, and what there is to know about them; fails with LOCKED. */
    list: (): SnapshotList => {
      const at = place();
      const { db } = vault.current();
      // Whatever else is on the screen is to know it, too, and there is to be another.
      if (vault.isReal() && watch.areGone(vault.current())) setImmediate(tellGone);
      const known = summariesIn(at);
      const paused = isShrunk(at, known);
      const gone = snapshotsLost(db);
      const lost = gone.length === 0 ? null : { copies: second.copiesOf(gone) };
      return { snapshots: known, problem, paused, folder: at.folder, second: second.state(), lost };
    },

    /**
     * Takes one now; fails with LOCKED, CANCELLED, SNAPSHOT_DAMAGED, DATABASE_DAMAGED (the journal itself is),
     * DATABASE_MISSING, DISK_FULL, READ_ONLY, FOLDER_MISSING.
     */
    take: (job: string, reason: SnapshotReason): Promise<SnapshotSummary> =>
      inTurn(job, (running) => take(running, reason)).then((summary) => {
        problem = null;
        return summary;
      }),

    /** Takes one of a journal that is about to be brought to another schema; fails as `take` does. */
    beforeMigration: async (opened: OpenVault): Promise<void> => {
      await inTurn(randomUUID(), (job) => takeOf(opened, job, 'before-migration'));
    },

    /** Reads all of one again; fails with LOCKED, CANCELLED, NOT_FOUND, SNAPSHOT_DAMAGED, FOLDER_MISSING. */
    verify: (job: string, name: SnapshotName): Promise<void> => inTurn(job, (running) => reader.verify(running, name)),

    /**
     * Proves the bytes of one that is to be looked into, and keeps it from being removed until `letGo`; with `into`, makes a
     * file of its database there. Fails with LOCKED, CANCELLED, NOT_FOUND, SNAPSHOT_DAMAGED, FOLDER_MISSING, DISK_FULL,
     * READ_ONLY.
     */
    hold: (job: string, name: SnapshotName, into: string | null): Promise<SnapshotManifest> => {
      lookedInto = name;
      return inTurn(job, (running) => reader.prove(running, name, into));
    },

    /** A copy of the key that one was taken under, of today or an earlier one; fails with LOCKED. */
    keyFor: reader.keyFor,

    /** What `hold` kept may be removed again. */
    letGo: (): void => {
      lookedInto = null;
    },

    /**
     * Makes a journal of one (null: the newest that was found whole) in the folder `home`, as going back to it would, under
     * the vault's id. Fails as `hold` does.
     */
    tryOut: (job: string, name: SnapshotName | null, home: string): Promise<SnapshotManifest> =>
      inTurn(job, (running) => reader.tryOut(running, name, home)),

    /**
     * Makes a journal of a snapshot, puts it in the place of the open one and closes that; it is kept as it is for a while,
     * and there is a snapshot of it. Fails with LOCKED, CANCELLED, NOT_FOUND, SNAPSHOT_DAMAGED (with the field `name` where
     * it is this one), DISK_FULL, READ_ONLY.
     */
    restore: (job: string, name: SnapshotName): Promise<void> =>
      inTurn(job, async (running) => {
        if (!listNames(place().folder).includes(name)) throw new AppError('NOT_FOUND');
        await take(running, 'before-restore', [name]);
        await reader.restore(running, name);
      }),

    /**
     * Takes one and then does `work` that nothing else about snapshots may run into; fails as `take` and `work` do.
     */
    takeThen: (job: string, reason: SnapshotReason, work: (job: Job) => Promise<void>): Promise<void> =>
      inTurn(job, async (running) => {
        await take(running, reason);
        await work(running);
      }),

    /** Removes those that were taken under earlier keys; takes one first where there would be none. Fails as `take` does. */
    removeEarlier: (): Promise<void> =>
      inTurn(randomUUID(), async (job) => {
        const at = place();
        const isOwn = ({ name, damaged }: SnapshotSummary): boolean => !damaged && !isEarlier(at.folder, name);
        if (!summariesIn(at).some(isOwn)) await take(job, 'asked');
        for (const name of listNames(at.folder)) if (isEarlier(at.folder, name)) removeSnapshot(at.folder, name);
      }),

    /** The person says that the journal is smaller for a reason: old snapshots may go again. */
    acceptSmaller: (): void => {
      const at = place();
      const names = listNames(at.folder);
      // The newest is what the journal is measured by from now on.
      const [, before] = names;
      saveReadings(at.folder, { smallerSince: before ?? null }, names);
    },

    /**
     * Chooses the second folder, or with null none, and begins to copy into it, what was written since the last snapshot
     * included; fails as the second folder does.
     */
    chooseSecond: (folder: string | null): void => {
      second.choose(folder);
      if (folder !== null && vault.isReal()) void byItself(async (job) => isAhead() && (await take(job, 'changes')));
      lookAtSecond();
    },

    /**
     * Looks whether the second folder has come back and copies what it lacks, and takes a snapshot where they all are gone:
     * to be called now and then.
     */
    lookAround: (): void => {
      if (vault.isReal() && watch.areGone(vault.current())) tellGone();
      else makeUp();
    },

    /** The person has read that the snapshots in the journal's folder are gone; fails with LOCKED. */
    seeLost: (): void => seeSnapshotsLost(vault.journal().db),

    /** A record is about to be changed: after thirty of them a snapshot is taken, and tried again after thirty more. */
    noteChange: (id: string): void => {
      if (changed.has(id)) return;
      changed.add(id);
      if (changed.size % CHANGES === 0) setImmediate(() => void byItself((job) => take(job, 'changes')));
    },

    /** The journal was opened: as `keepUp`. */
    opened: async (): Promise<void> => {
      changed.clear();
      problem = null;
      if (vault.isReal()) watch.areGone(vault.current());
      await keepUp();
    },

    keepUp,

    cancel: jobs.cancel,

    /** Whether the journal is being locked: what fails from now on was stopped by that. */
    isClosing: (): boolean => isClosed,

    /** Stops whatever is going on; when this resolves it has cleaned up behind itself. */
    close: async (): Promise<void> => {
      isClosed = true;
      await jobs.cancelAll();
      await last;
    },
  };
};

export type SnapshotService = ReturnType<typeof snapshotService>;
