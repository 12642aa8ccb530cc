import { afterEach, beforeEach, vi } from 'vitest';
import type { Binned } from '#core/bin';
import type { CheckIn, CheckInDraft } from '#core/check-in';
import { cleanTimeOf } from '#core/clean-time';
import type { EntryPage } from '#core/entry';
import type { Goal, GoalDraft, GoalMark } from '#core/goal';
import { progressOf } from '#core/habit-strength';
import { dayOf, instantOf, type LocalDate } from '#core/local-date';
import type { PromptAsking } from '#core/prompt-asking';
import type { RecordId, RecordVersion } from '#core/record';
import { failed, ok } from '#core/result';
import { otherRunOpen, type Run, type RunDraft } from '#core/run';
import { emptyProfile, type Profile } from '#core/settings';
import type { VaultStatus } from '#core/vault-status';
import { dismissToast, toastStore } from '#lib/toasts';
import { systemZone } from '#lib/today';
import { day } from '#tests/support/builders';
import { always, fakeClient } from '#tests/support/fake-client';

export const today = day('2026-11-21');

/** Every test of the file happens at 21:40 on Saturday 21 November 2026, by this computer's wall clock. */
export const onAnEvening = (): void => {
  beforeEach(() => void vi.setSystemTime(moment('2026-11-21', 21 * 60 + 40).at));
  afterEach(() => {
    vi.useRealTimers();
    for (const { id } of toastStore.read()) dismissToast(id);
  });
};

/** A moment on this computer's wall clock. */
export const moment = (date: string, minutes = 12 * 60) => {
  const zone = systemZone();
  return { at: instantOf(day(date), minutes, zone), zone };
};

let versions = 0;
const columns = () => ({
  version: `${(versions++).toString(16).padStart(12, '0')}-0000-00000000` as RecordVersion,
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
});
const dated = <T extends { at: number; zone: string }>(what: T) => ({ ...what, day: dayOf(what.at, what.zone) });

/** A check-in as the worker would have stored it. */
export const storeCheckIn = ({ baseVersion: _, ...draft }: CheckInDraft): CheckIn => ({
  ...dated(draft),
  ...columns(),
});
export const storeGoal = ({ baseVersion: _, ...draft }: GoalDraft): Goal => ({ ...draft, ...columns() });
const storeRun = ({ baseVersion: _, ...draft }: RunDraft): Run => ({
  ...draft,
  began: dated(draft.began),
  ended: draft.ended && dated(draft.ended),
  ...columns(),
});

/** Kept records of one kind and those in the bin, as the worker would hold them. */
const shelf = <D extends { id: RecordId }, R extends { id: RecordId }>(store: (draft: D) => R, first: readonly D[]) => {
  const records = new Map(first.map((draft) => [draft.id, store(draft)]));
  const bin = new Map<RecordId, number>();
  return {
    kept: () => [...records.values()].filter(({ id }) => !bin.has(id)),
    binned: () =>
      [...records.values()].flatMap((record) => {
        const deletedAt = bin.get(record.id);
        return deletedAt === undefined ? [] : [{ ...record, deletedAt }];
      }),
    save: (draft: D) => {
      const record = store(draft);
      records.set(draft.id, record);
      return ok(record);
    },
    delete: ({ id }: { id: RecordId }) => {
      bin.set(id, Date.now());
      return ok(null);
    },
    restore: ({ id }: { id: RecordId }) => {
      bin.delete(id);
      return ok(null);
    },
    remove: (id: RecordId) => {
      records.delete(id);
      bin.delete(id);
    },
  };
};

const refusedAsSecond = failed({ code: 'INVALID_INPUT', fields: otherRunOpen });

type Content = {
  readonly checkIns?: readonly CheckInDraft[];
  readonly goals?: readonly GoalDraft[];
  readonly marks?: readonly GoalMark[];
  readonly runs?: readonly RunDraft[];
  readonly profile?: Partial<Profile>;
  readonly askings?: readonly PromptAsking[];
  readonly feelings?: readonly string[];
};

/** A journal that is simply open. */
export const open: Extract<VaultStatus, { state: 'open' }> = {
  state: 'open',
  sample: false,
  headerRepaired: false,
  synced: null,
  recoveryKeyProven: true,
  openedWithRecoveryKey: false,
  backupVerifiedAt: null,
  backupOverdue: false,
  checkOffer: null,
  backupsLost: false,
  keyChangeInterrupted: false,
  replaced: null,
};

/** An open journal behind the fake client, with core's own rules for what days amount to. */
export const aJournal = (content: Content = {}) => {
  const checkIns = shelf(storeCheckIn, content.checkIns ?? []);
  const goals = shelf(storeGoal, content.goals ?? []);
  const runs = shelf(storeRun, content.runs ?? []);
  let profile: Profile = { ...emptyProfile, ...content.profile };
  let askings: readonly PromptAsking[] = content.askings ?? [];
  let marks: readonly GoalMark[] = content.marks ?? [];
  const without = (goal: RecordId, on: LocalDate) => marks.filter((mark) => mark.goal !== goal || mark.day !== on);
  return fakeClient({
    'vault.status': always<VaultStatus>(open),
    'profile.get': () => ok(profile),
    'profile.save': (change) => {
      profile = { ...profile, ...(change as Partial<Profile>) };
      return ok(profile);
    },
    'entries.list': always<EntryPage>({ items: [], next: null }),
    'feelings.list': always([...(content.feelings ?? [])]),
    'checkIns.list': ({ from, to }) =>
      ok(
        checkIns
          .kept()
          .filter((checkIn) => checkIn.day >= from && checkIn.day <= to)
          .sort((one, other) => other.at - one.at),
      ),
    'checkIns.save': (draft) => checkIns.save(draft as CheckInDraft),
    'checkIns.delete': ({ id }) => checkIns.delete({ id: id as RecordId }),
    'checkIns.restore': ({ id }) => checkIns.restore({ id: id as RecordId }),
    'goals.list': () =>
      ok(goals.kept().map((goal) => progressOf({ goal, marks: marks.filter((mark) => mark.goal === goal.id), today }))),
    'prompts.askings': () => ok([...askings]),
    'prompts.asked': (asking) => {
      const next = asking as PromptAsking;
      askings = [...askings.filter(({ prompt }) => prompt !== next.prompt), next];
      return ok(null);
    },
    'goals.save': (draft) => goals.save(draft as GoalDraft),
    'goals.delete': ({ id }) => goals.delete({ id: id as RecordId }),
    'goals.restore': ({ id }) => goals.restore({ id: id as RecordId }),
    'goals.marks': ({ goal, from, to }) =>
      ok(marks.filter((mark) => mark.goal === goal && mark.day >= from && mark.day <= to)),
    'goals.mark': (mark) => {
      const known = mark as GoalMark;
      marks = [...without(known.goal, known.day), known];
      return ok(null);
    },
    'goals.unmark': (mark) => {
      marks = without(mark.goal as RecordId, mark.day as LocalDate);
      return ok(null);
    },
    'bin.list': ({ before, limit }) => {
      const all: Binned[] = [
        ...checkIns.binned().map((record) => ({ kind: 'check-in' as const, record })),
        ...goals.binned().map((record) => ({ kind: 'goal' as const, record })),
        ...runs.binned().map((record) => ({ kind: 'run' as const, record })),
      ];
      const from = before === null ? 0 : all.findIndex(({ record }) => record.id === before.id) + 1;
      const items = all.slice(from, from + limit);
      const last = items.at(-1)?.record;
      const isEnd = last === undefined || from + limit >= all.length;
      const next = isEnd ? null : { deletedAt: last.deletedAt ?? 0, id: last.id };
      return ok({ items, next, total: all.length });
    },
    'bin.remove': ({ kind, id }) => {
      const shelf = { 'check-in': checkIns, goal: goals, run: runs, entry: null }[kind];
      shelf?.remove(id as RecordId);
      return ok(null);
    },
    'runs.list': () => ok(runs.kept().sort((one, other) => other.began.at - one.began.at)),
    'runs.cleanTime': () => ok(cleanTimeOf({ runs: runs.kept(), today, now: Date.now() })),
    'runs.save': (draft) => {
      const { began, ended } = draft;
      if (ended !== null && ended.at < began.at) return failed({ code: 'INVALID_INPUT' });
      const was = runs.kept().find(({ id }) => id === draft.id);
      const isSecond = runs.kept().some((run) => run.ended === null && run.id !== draft.id);
      if (ended === null && was?.ended !== null && isSecond) return refusedAsSecond;
      return runs.save(draft as RunDraft);
    },
    'runs.delete': ({ id }) => runs.delete({ id: id as RecordId }),
    'runs.restore': ({ id }) => {
      const open = runs.kept().some((run) => run.ended === null);
      const back = runs.binned().find((run) => run.id === id);
      return open && back?.ended === null ? refusedAsSecond : runs.restore({ id: id as RecordId });
    },
  });
};
