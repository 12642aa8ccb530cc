import { contract, type Output, type ParsedInput, type WorkerMethod } from '#core/contract';
import { failed, ok, type Result } from '#core/result';
import { pageOfBin, removeForGood } from './services/bin';
import { binCheckIn, checkInsOf, listFeelings, restoreCheckIn, saveCheckIn } from './services/check-ins';
import { dropDraft, keepDraft, openDrafts, storing } from './services/drafts';
import type { DrillService } from './services/drill';
import { binEntry, countJournal, pageOfEntries, readEntry, restoreEntry, saveEntry } from './services/entries';
import type { ExportService } from './services/exports';
import {
  daysOfCalendar,
  dropSearch,
  entriesBeside,
  entriesOnThisDay,
  keepSearch,
  keptSearches,
} from './services/finding';
import { binGoal, goalsWithProgress, markGoal, marksOf, restoreGoal, saveGoal, unmarkGoal } from './services/goals';
import type { ImportService } from './services/imports';
import type { InsideService } from './services/inside';
import type { KeyChangeService } from './services/key-change';
import type { MergeService } from './services/merges';
import { addPicture, copyPicture, picturesOfEntry, readPicture } from './services/pictures';
import { readProfile, saveProfile } from './services/profile';
import { askingsOf, rememberAsking } from './services/prompts';
import { type RecoveryService, secretOf } from './services/recovery';
import { revisionsOf, takeBackRevision } from './services/revisions';
import { allRuns, binRun, currentCleanTime, restoreRun, saveRun } from './services/runs';
import { searchJournal } from './services/search';
import type { SnapshotService } from './services/snapshots';
import { changeTag, lastTagChangeOf, listTags, tagsTogether, undoTagChange } from './services/tags';
import { moodTrendFor } from './services/trends';
import type { UnsavedService } from './services/unsaved';
import type { VaultService } from './services/vault';
import { toWireError } from './to-wire-error';

/** Resolves a ticket to the file it stands for; fails with NOT_FOUND. */
export type FileOf = (ticket: string) => string;

type Handlers = {
  readonly [M in WorkerMethod]: (input: ParsedInput<M>, fileOf: FileOf) => Output<M> | Promise<Output<M>>;
};

/** What the handlers stand on. */
export type Services = {
  readonly vault: VaultService;
  readonly exports: ExportService;
  readonly snapshots: SnapshotService;
  readonly merges: MergeService;
  readonly imports: ImportService;
  readonly recovery: RecoveryService;
  readonly inside: InsideService;
  readonly drill: DrillService;
  readonly keyChange: KeyChangeService;
  readonly unsaved: UnsavedService;
  readonly suggestPassphrase: () => string;
};

const nothing = async (work: void | Promise<void>): Promise<null> => {
  await work;
  return null;
};

/** One handler for every call of the contract that the worker answers. */
export const handlersFor = ({
  vault,
  exports,
  snapshots,
  merges,
  imports,
  recovery,
  inside,
  drill,
  keyChange,
  unsaved,
  suggestPassphrase,
}: Services): Handlers => ({
  'vault.status': () => vault.status(),
  'vault.suggestPassphrase': () => suggestPassphrase(),
  'vault.create': ({ passphrase }) => vault.create(passphrase),
  'vault.select': ({ journal }) => nothing(vault.select(journal)),
  'vault.openSample': () => nothing(vault.openSample()),
  'vault.unlock': ({ passphrase }) => nothing(vault.unlock(passphrase)),
  'vault.unlockWithRecoveryKey': ({ recoveryKey }) => nothing(vault.unlockWithRecoveryKey(recoveryKey)),
  'vault.security': () => vault.security(),
  'vault.changePassphrase': ({ current, next }) => nothing(vault.changePassphrase(current, next)),
  'vault.offerRecoveryKey': ({ passphrase }) => vault.offerRecoveryKey(passphrase),
  'vault.proveRecoveryKey': ({ groups }) => vault.proveRecoveryKey(groups),
  'vault.settleRecoveryKey': (input) => nothing(vault.settleRecoveryKey(input)),
  'vault.checkRecoveryKey': ({ recoveryKey }) => nothing(vault.checkRecoveryKey(recoveryKey)),
  'vault.prepareKeyChange': ({ passphrase }) => vault.prepareKeyChange(passphrase),
  'vault.changeKey': ({ job }) => nothing(keyChange.change(job)),
  'vault.earlierCopies': () => keyChange.copiesLeft(),
  'vault.removeEarlierCopies': () => nothing(keyChange.removeCopies()),
  'vault.seeSyncedFolder': () => nothing(vault.seeSyncedFolder()),
  'vault.seeKeyChange': () => nothing(vault.seeKeyChange()),
  'vault.seeBackupOverdue': () => nothing(vault.seeBackupOverdue()),
  'vault.putCheckOfferAside': () => nothing(vault.putCheckOfferAside()),

  'profile.get': () => readProfile(vault.journal()),
  'profile.save': (input) => storing(vault.journal(), input, saveProfile),

  'entries.list': (input) => pageOfEntries(vault.journal(), input),
  'entries.count': () => countJournal(vault.journal()),
  'entries.get': ({ id }) => readEntry(vault.journal(), id),
  'entries.save': (draft) => saveEntry(vault.journal(), draft),
  'entries.delete': ({ id }) => nothing(binEntry(vault.journal(), id)),
  'entries.restore': ({ id }) => nothing(restoreEntry(vault.journal(), id)),
  'entries.search': (input) => searchJournal(vault.journal(), input),
  'entries.beside': (entry) => entriesBeside(vault.journal(), entry),
  'entries.revisions': ({ id }) => revisionsOf(vault.journal(), id),
  'entries.takeBack': (input) => takeBackRevision(vault.journal(), input),
  'searches.list': () => keptSearches(vault.journal()),
  'searches.keep': ({ text }) => nothing(keepSearch(vault.journal(), text)),
  'searches.drop': ({ text }) => nothing(dropSearch(vault.journal(), text)),
  'calendar.days': (range) => daysOfCalendar(vault.journal(), range),
  'calendar.onThisDay': (asked) => entriesOnThisDay(vault.journal(), asked),
  'prompts.askings': () => askingsOf(vault.journal()),
  'prompts.asked': (asking) => nothing(rememberAsking(vault.journal(), asking)),
  'pictures.list': ({ entry }) => picturesOfEntry(vault.journal(), entry),
  'pictures.add': (added) => addPicture(vault.journal(), added),
  'pictures.copy': (asked) => copyPicture(vault.journal(), asked),
  'pictures.read': (asked) => readPicture(vault.journal(), asked),
  'tags.list': () => listTags(vault.journal()),
  'tags.together': ({ name, other }) => tagsTogether(vault.journal(), name, other),
  'tags.rename': ({ name, to }) => nothing(changeTag(vault.journal(), { kind: 'renamed', name, to })),
  'tags.merge': ({ name, into }) => nothing(changeTag(vault.journal(), { kind: 'merged', name, into })),
  'tags.remove': ({ name }) => nothing(changeTag(vault.journal(), { kind: 'removed', name })),
  'tags.lastChange': () => lastTagChangeOf(vault.journal()),
  'tags.undo': () => undoTagChange(vault.journal()),
  'feelings.list': () => listFeelings(vault.journal()),

  'checkIns.list': (range) => checkInsOf(vault.journal(), range),
  'checkIns.save': (input) => storing(vault.journal(), input, saveCheckIn),
  'checkIns.delete': ({ id }) => nothing(binCheckIn(vault.journal(), id)),
  'checkIns.restore': ({ id }) => nothing(restoreCheckIn(vault.journal(), id)),

  'trends.mood': (input) => moodTrendFor(vault.journal(), input),

  'goals.list': ({ today }) => goalsWithProgress(vault.journal(), today),
  'goals.save': (input) => storing(vault.journal(), input, saveGoal),
  'goals.delete': ({ id }) => nothing(binGoal(vault.journal(), id)),
  'goals.restore': ({ id }) => nothing(restoreGoal(vault.journal(), id)),
  'goals.marks': (input) => marksOf(vault.journal(), input),
  'goals.mark': (mark) => nothing(markGoal(vault.journal(), mark)),
  'goals.unmark': ({ goal, day }) => nothing(unmarkGoal(vault.journal(), goal, day)),

  'runs.list': () => allRuns(vault.journal()),
  'runs.cleanTime': ({ today }) => currentCleanTime(vault.journal(), today),
  'runs.save': (input) => storing(vault.journal(), input, saveRun),
  'runs.delete': ({ id }) => nothing(binRun(vault.journal(), id)),
  'runs.restore': ({ id }) => nothing(restoreRun(vault.journal(), id)),

  'drafts.list': () => openDrafts(vault.journal()),
  'drafts.keep': (input) => nothing(keepDraft(vault.journal(), input)),
  'drafts.drop': ({ id }) => nothing(dropDraft(vault.journal(), id)),

  'unsaved.keep': ({ calls }) => nothing(unsaved.keep(calls)),
  'unsaved.list': () => unsaved.list(),
  'unsaved.waiting': () => unsaved.isWaiting(),

  'bin.list': (input) => pageOfBin(vault.journal(), input),
  'bin.remove': (input) => nothing(removeForGood(vault.journal(), input)),

  'exports.write': ({ job, target, passphrase }, fileOf) => exports.write({ job, file: fileOf(target), passphrase }),
  'exports.inspect': ({ job, source, passphrase }, fileOf) =>
    exports.inspect({ job, file: fileOf(source), passphrase }),
  'exports.restore': ({ job, source, passphrase, newPassphrase }, fileOf) =>
    exports.restore({ job, file: fileOf(source), passphrase, newPassphrase }),

  'snapshots.list': () => snapshots.list(),
  'snapshots.take': ({ job }) => snapshots.take(job, 'asked'),
  'snapshots.verify': ({ job, name }) => nothing(snapshots.verify(job, name)),
  'snapshots.restore': ({ job, name }) => nothing(snapshots.restore(job, name)),
  'snapshots.chooseSecond': ({ folder }, fileOf) =>
    nothing(snapshots.chooseSecond(folder === null ? null : fileOf(folder))),
  'snapshots.acceptSmaller': () => nothing(snapshots.acceptSmaller()),
  'snapshots.seeLost': () => nothing(snapshots.seeLost()),

  'merge.look': ({ job, source, passphrase }, fileOf) => merges.look({ job, file: fileOf(source), passphrase }),
  'merge.run': ({ job, deletions }) => merges.run(job, deletions),
  'merge.forget': () => nothing(merges.forget()),
  'merge.last': () => merges.last(),
  'merge.undo': () => merges.undo(),

  'imports.look': ({ job, source, zone }, fileOf) => imports.look({ job, file: fileOf(source), zone }),
  'imports.run': ({ job, mapping }) => imports.run(job, mapping),
  'imports.forget': () => nothing(imports.forget()),
  'imports.last': () => imports.last(),
  'imports.undo': () => imports.undo(),

  'recovery.look': ({ job, type, secret }) => recovery.look(job, secretOf(type, secret)),
  'recovery.secondFolder': () => recovery.secondFolder(),
  'recovery.findBackups': ({ folder }, fileOf) => recovery.findBackups(folder === null ? null : fileOf(folder)),
  'recovery.lookElsewhere': ({ job, folder, type, secret }, fileOf) =>
    recovery.lookElsewhere(job, folder === null ? null : fileOf(folder), secretOf(type, secret)),
  'recovery.forget': () => nothing(recovery.close()),
  'recovery.mendHeader': () => nothing(recovery.mendHeader()),
  'recovery.restore': ({ job, ...asked }) => nothing(recovery.restore(job, asked)),
  'recovery.takeSalvage': ({ job }) => nothing(recovery.takeSalvage(job)),

  'inside.open': ({ job, name }) => inside.open(job, name),
  'inside.close': () => nothing(inside.close()),
  'inside.list': ({ name, ...stretch }) => inside.list(name, stretch),
  'inside.search': ({ name, ...asked }) => inside.search(name, asked),
  'inside.get': ({ name, id }) => inside.get(name, id),
  'inside.copyBack': ({ name, ...asked }) => inside.copyBack(name, asked),
  'drill.snapshot': ({ job, name }) => drill.snapshot(job, name),
  'drill.export': ({ job, source, passphrase }, fileOf) => drill.export({ job, file: fileOf(source), passphrase }),
  'drill.last': () => drill.last(),

  'jobs.cancel': async ({ job }) => {
    await Promise.all([
      exports.cancel(job),
      snapshots.cancel(job),
      merges.cancel(job),
      imports.cancel(job),
      recovery.cancel(job),
    ]);
    return null;
  },
});

/** Answers calls whose input has been parsed already; never throws. With `checkOutput`, an answer that breaks the contract is INTERNAL. */
export const dispatcher = (handlers: Handlers, { checkOutput }: { readonly checkOutput: boolean }) => {
  const answer = async <M extends WorkerMethod>(
    method: M,
    input: ParsedInput<M>,
    fileOf: FileOf,
  ): Promise<Result<Output<M>>> => {
    try {
      const value = await handlers[method](input, fileOf);
      return ok(checkOutput ? (contract[method].output.parse(value) as Output<M>) : value);
    } catch (error) {
      return failed(toWireError(error));
    }
  };
  return answer;
};
