import { useState } from 'react';
import type { ContentOf } from '#core/draft';
import type { Goal, GoalDraft, Measure, Schedule } from '#core/goal';
import { goalDraft } from '#core/goal';
import type { LocalDate } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import { newRecordId } from '#lib/record-id';
import { readToday } from '#lib/today';
import type { DraftOf } from '#lib/waiting-drafts';
import type { Preset } from './examples';

/** A goal as it is being filled in: answers of kinds not chosen are kept, so that changing one's mind costs nothing. */
export type GoalForm = {
  readonly title: string;
  readonly why: string;
  readonly kind: Measure['type'];
  readonly target: number | null;
  readonly unit: string;
  readonly rhythm: Schedule['type'];
  readonly days: readonly number[];
  readonly times: number | null;
  readonly starts: LocalDate | null;
  readonly ends: LocalDate | null;
  readonly hasEnd: boolean;
  readonly pauses: Goal['pauses'];
};

const WORKDAYS = [1, 2, 3, 4, 5];

const formOf = (goal: Pick<Goal, 'title' | 'measure' | 'schedule'> & Partial<Goal>): GoalForm => {
  const { measure, schedule } = goal;
  return {
    title: goal.title,
    why: goal.why ?? '',
    kind: measure.type,
    target: measure.type === 'amount' ? measure.target : null,
    unit: measure.type === 'amount' ? measure.unit : '',
    rhythm: schedule.type,
    days: schedule.type === 'weekdays' ? schedule.days : WORKDAYS,
    times: schedule.type === 'times-a-week' ? schedule.times : 3,
    starts: goal.starts ?? readToday(),
    ends: goal.ends ?? null,
    hasEnd: (goal.ends ?? null) !== null,
    pauses: goal.pauses ?? [],
  };
};

const empty: Preset = { title: '', measure: { type: 'yes-no' }, schedule: { type: 'daily' } };

const measureOf = ({ kind, target, unit }: GoalForm): Measure =>
  kind === 'yes-no' ? { type: kind } : { type: kind, unit: unit.trim(), target: target ?? 0 };

const scheduleOf = ({ rhythm, days, times }: GoalForm): Schedule => {
  switch (rhythm) {
    case 'daily':
      return { type: rhythm };
    case 'weekdays':
      return { type: rhythm, days: [...days].sort((one, other) => one - other) };
    case 'times-a-week':
      return { type: rhythm, times: times ?? 0 };
  }
};

export const goalFields = ['title', 'measure', 'schedule', 'starts', 'ends'] as const;
export type GoalField = (typeof goalFields)[number];

type Base = { readonly id: RecordId; readonly baseVersion: RecordVersion | null };

/** The goal that was filled in, or the fields that do not fit yet. */
export const draftFrom = (form: GoalForm, base: Base): GoalDraft | readonly GoalField[] => {
  const ends = form.hasEnd ? form.ends : null;
  const parsed = goalDraft.safeParse({
    ...base,
    title: form.title.trim(),
    why: form.why,
    measure: measureOf(form),
    schedule: scheduleOf(form),
    starts: form.starts,
    ends,
    pauses: form.pauses,
  });
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]));
  if (form.hasEnd && (ends === null || (form.starts !== null && ends < form.starts))) wrong.add('ends');
  if (parsed.success && wrong.size === 0) return parsed.data;
  return goalFields.filter((field) => wrong.has(field));
};

const contentOf = (form: GoalForm, { id, baseVersion }: Base): ContentOf<'goal'> => ({
  form: 'goal',
  record: id,
  baseVersion,
  told: { ...form, days: [...form.days], pauses: [...form.pauses] },
});

const newBase = (resumed: DraftOf<'goal'> | null): Base => ({
  // One that was being changed and is gone becomes another.
  id: resumed?.content.baseVersion === null ? resumed.content.record : newRecordId(),
  baseVersion: null,
});

/** What the form is opened for: a goal, a preset, or nothing yet; and what was being told of it before, if anything. */
export type GoalEditing = {
  /** null for a new one. */
  readonly goal: Goal | null;
  /** What a new one begins with. */
  readonly preset: Preset | null;
  readonly resumed: DraftOf<'goal'> | null;
};

/** The state of the form for a goal, for a preset, or for nothing yet. */
export const useGoalForm = ({ goal, preset, resumed }: GoalEditing) => {
  const [first] = useState<GoalForm>(() => formOf(goal ?? preset ?? empty));
  const [form, setForm] = useState<GoalForm>(resumed?.content.told ?? first);
  const [base] = useState<Base>(() => (goal === null ? newBase(resumed) : { id: goal.id, baseVersion: goal.version }));
  const isChanged = form !== first && JSON.stringify(form) !== JSON.stringify(first);
  return {
    form,
    draft: draftFrom(form, base),
    isChanged,
    content: isChanged ? contentOf(form, base) : null,
    change: (next: Partial<GoalForm>): void => setForm((known) => ({ ...known, ...next })),
  };
};
