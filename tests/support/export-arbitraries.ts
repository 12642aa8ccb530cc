import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { haltStates } from '#core/check-in';
import { documentFromText } from '#core/document';
import { type ExportLine, exportLineTypes } from '#core/export-line';
import { foldLabel } from '#core/label';
import { wallTime } from '#core/local-date';
import { LAST_INSTANT, type RecordId } from '#core/record';
import {
  date,
  hex,
  id,
  instant,
  moment,
  mood,
  name,
  number,
  record,
  text,
  version,
  zeroToTen,
} from '#tests/support/value-arbitraries';
import { PIECE_BYTES } from '#worker/repositories/attachment';

type LineOf<T extends ExportLine['type']> = Extract<ExportLine, { type: T }>;

const labels = <T extends 'tag' | 'feeling' | 'trigger'>(type: T) =>
  fc.uniqueArray(fc.record({ type: fc.constant(type), ...record, name, archived: fc.boolean() }), {
    maxLength: 6,
    selector: (one) => foldLabel(one.name),
  });

const some = <T>(values: readonly T[]) => fc.subarray([...values]);

const entries = (tags: readonly string[], feelings: readonly string[]) =>
  fc
    .array(
      fc
        .tuple(
          moment,
          fc.record({
            type: fc.constant('entry' as const),
            ...record,
            title: text,
            body: text.map(documentFromText),
            kind: fc.constantFrom('page', 'letter', 'thought-record', 'weekly-review', 'slip-account'),
            mood,
            tags: some(tags),
            feelings: some(feelings),
            pinned: fc.boolean(),
            wordCount: fc.nat(1000),
          }),
        )
        .map(([when, entry]): LineOf<'entry'> => ({ ...entry, ...when })),
      { maxLength: 8 },
    )
    .map((all) => all.sort((one, other) => wallTime(one.at, one.zone) - wallTime(other.at, other.zone)));

const revisions = fc.array(
  fc.record({
    type: fc.constant('revision' as const),
    entry: id,
    version,
    savedAt: instant,
    reason: fc.constantFrom('edit', 'merge', 'restore'),
    title: text,
    body: text.map(documentFromText),
  }),
  { maxLength: 4 },
);

const checkIns = (feelings: readonly string[]) =>
  fc.array(
    fc
      .tuple(
        moment,
        fc.record({
          type: fc.constant('check-in' as const),
          ...record,
          mood,
          craving: zeroToTen,
          energy: zeroToTen,
          confidence: zeroToTen,
          sleepMinutes: fc.option(fc.nat(1440)),
          halt: some(haltStates),
          feelings: some(feelings),
          note: text,
        }),
      )
      .map(([when, checkIn]): LineOf<'check-in'> => ({ ...checkIn, ...when })),
    { maxLength: 5 },
  );

const cravings = (triggers: readonly string[]) =>
  fc.array(
    fc
      .tuple(
        moment,
        fc.record({
          type: fc.constant('craving' as const),
          ...record,
          endedAt: fc.option(instant),
          before: fc.integer({ min: 0, max: 10 }),
          after: zeroToTen,
          place: text,
          company: text,
          note: text,
          outcome: fc.constantFrom('passed', 'still-there', 'used', 'unknown'),
          triggers: some(triggers),
        }),
      )
      .map(([when, craving]): LineOf<'craving'> => ({ ...craving, ...when })),
    { maxLength: 4 },
  );

const goals = fc.array(
  fc.record({
    type: fc.constant('goal' as const),
    ...record,
    title: text.filter((title) => title.trim() !== ''),
    why: text,
    measure: fc.oneof(
      fc.constant({ type: 'yes-no' as const }),
      fc.record({ type: fc.constant('amount' as const), unit: text, target: number(0.001, 1_000_000) }),
    ),
    schedule: fc.oneof(
      fc.constant({ type: 'daily' as const }),
      fc.record({ type: fc.constant('weekdays' as const), days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }) }),
      fc.record({ type: fc.constant('times-a-week' as const), times: fc.integer({ min: 1, max: 7 }) }),
    ),
    starts: date,
    ends: fc.option(date),
    pauses: fc
      .uniqueArray(fc.record({ from: date, to: fc.option(date) }), { maxLength: 3, selector: ({ from }) => from })
      .map((pauses) => pauses.sort((one, other) => (one.from < other.from ? -1 : 1))),
  }),
  { maxLength: 4 },
);

const marksOf = (goal: RecordId): fc.Arbitrary<LineOf<'goal-mark'>[]> =>
  fc
    .uniqueArray(
      fc.record({
        type: fc.constant('goal-mark' as const),
        goal: fc.constant(goal),
        day: date,
        state: fc.constantFrom('done', 'partly', 'skipped'),
        amount: fc.option(number(0, 1_000_000)),
        note: text,
        version,
        updatedAt: instant,
      }),
      { maxLength: 5, selector: (mark) => mark.day },
    )
    .map((marks) => marks.sort((one, other) => (one.day < other.day ? -1 : 1)));

const runs = fc.array(
  fc
    .record({
      ...record,
      began: moment,
      later: fc.option(fc.nat(10_000_000)),
      cause: fc.constantFrom('slip', 'other'),
      note: text,
    })
    .map(({ later, cause, ...run }): LineOf<'run'> => {
      const end = { ...run.began, at: Math.min(run.began.at + (later ?? 0), LAST_INSTANT) };
      return { type: 'run', ...run, ended: later === null ? null : end, endCause: later === null ? null : cause };
    }),
  { maxLength: 4 },
);

const attachments = fc
  .array(
    fc.record({
      ...record,
      entry: id,
      name: text,
      width: fc.option(fc.nat(9000)),
      height: fc.option(fc.nat(9000)),
      caption: text,
      alt: text,
      size: fc.oneof(fc.nat(300), fc.constantFrom(PIECE_BYTES, PIECE_BYTES + 1)),
      thumbnail: fc.option(fc.uint8Array({ minLength: 1, maxLength: 50 })),
    }),
    { maxLength: 2 },
  )
  .map((all) =>
    all.flatMap(({ size, thumbnail, ...rest }): ExportLine[] => {
      const bytes = Buffer.alloc(size, rest.id);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const pieces = Array.from({ length: Math.ceil(size / PIECE_BYTES) }, (_, piece) => ({
        type: 'attachment-piece' as const,
        attachment: rest.id,
        piece,
        bytes: bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES).toString('base64'),
      }));
      const small = thumbnail === null ? null : Buffer.from(thumbnail).toString('base64');
      return [{ type: 'attachment', mediaType: 'image/png', ...rest, size, sha256, thumbnail: small }, ...pieces];
    }),
  );

const settings = fc
  .uniqueArray(fc.record({ type: fc.constant('setting' as const), key: hex(6), value: text }), {
    maxLength: 4,
    selector: ({ key }) => key,
  })
  .map((all) => all.sort((one, other) => (one.key < other.key ? -1 : 1)));

const tombstones = fc
  .uniqueArray(
    fc.record({ type: fc.constant('tombstone' as const), id, kind: fc.constantFrom('entry', 'goal'), version }),
    { maxLength: 4, selector: (tombstone) => tombstone.id },
  )
  .map((all) => all.sort((one, other) => (one.id < other.id ? -1 : 1)));

const kept = fc
  .uniqueArray(fc.record({ keptAt: instant, of: id, version, note: text, at: moment, mood }), {
    maxLength: 3,
    selector: ({ of }) => of,
  })
  .map((all) =>
    all.map(({ keptAt, of, version: lost, note, at, mood: feels }): LineOf<'kept-version'> => {
      const columns = { id: of, version: lost, createdAt: keptAt, updatedAt: keptAt, deletedAt: null };
      const answers = { craving: null, energy: null, confidence: null, sleepMinutes: null, halt: [], feelings: [] };
      return {
        type: 'kept-version',
        keptAt,
        record: { type: 'check-in', ...columns, ...at, ...answers, mood: feels, note },
      };
    }),
  );

const named = (all: readonly { readonly name: string }[]): string[] => all.map((one) => one.name);

/** Every record of a whole journal as the lines of its export, in their order. */
export const journalLines: fc.Arbitrary<ExportLine[]> = fc
  .record({ tags: labels('tag'), feelings: labels('feeling'), triggers: labels('trigger'), goals })
  .chain(({ tags, feelings, triggers, goals: some }) =>
    fc
      .tuple(
        settings,
        fc.constant([...tags, ...feelings, ...triggers]),
        entries(named(tags), named(feelings)),
        revisions,
        checkIns(named(feelings)),
        cravings(named(triggers)),
        fc.constant(some),
        fc.tuple(...some.map((goal) => marksOf(goal.id))).map((marks) => marks.flat()),
        runs,
        attachments,
        kept,
        tombstones,
      )
      .map((parts): ExportLine[] => parts.flat()),
  );

/** How many lines of each type there are, as a manifest says it. */
export const countsOf = (lines: readonly { readonly type: string }[]): Record<string, number> =>
  Object.fromEntries(exportLineTypes.map((type) => [type, lines.filter((line) => line.type === type).length]));
