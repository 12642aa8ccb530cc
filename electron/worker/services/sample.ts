import type { LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import { emptyProfile, type Profile } from '#core/settings';
import type { Journal } from '../journal';
import { fillAttachments } from '../sample/attachments';
import { checkInsOfYear } from '../sample/check-in-plan';
import { cravingsOfYear } from '../sample/craving-plan';
import { goalPlans, marksOfGoal } from '../sample/goal-plan';
import { checkInsBefore } from '../sample/older-check-ins';
import { entriesBefore } from '../sample/older-entries';
import { type Random, randomOf } from '../sample/random';
import { type RecordMaker, recordMaker } from '../sample/record-maker';
import { runsOfYear } from '../sample/run-plan';
import { storeCheckIn, storeCraving, storeEntry, storeGoal, storeRun } from '../sample/store';
import { daysBefore, daysOfYear, momentOf, storyDayOf } from '../sample/story';
import { type EntryPlan, entriesOfYear, type PlacedPiece, placePieces } from '../sample/year-entries';
import { saveProfile } from './profile';

/** How large a sample is; by default it is the year alone. */
export type SampleOptions = {
  /** A whole number from 0; the same one makes the same journal on the same day. */
  readonly seed?: number | undefined;
  /** How many entries in all; what goes beyond the year's lies in the years before it. */
  readonly entries?: number | undefined;
  /** How many check-ins in all; as many as entries where only those are given. */
  readonly checkIns?: number | undefined;
  /** How many bytes of attachments, for measuring. */
  readonly attachmentsBytes?: number | undefined;
};

const profile: Profile = {
  ...emptyProfile,
  name: 'Sam',
  recoveringFrom: 'heroin',
  medication: 'Buprenorphine, every morning at eight',
  reason: "To be awake for Maya's mornings.",
  personName: 'Dana',
  personPhone: '555 0142',
};

const YEAR_DAYS = 365;
/** About as many records as a year may hold before the journal grows longer instead of denser. */
const RECORDS_A_YEAR = 1000;
const MOST_YEARS = 30;

type Scene = {
  readonly maker: RecordMaker;
  readonly today: LocalDate;
  readonly zone: string;
  readonly random: (name: string) => Random;
};

const toldMoods = (placed: readonly PlacedPiece[]): Map<number, number> => {
  const moods = new Map<number, number>();
  for (const { on, piece } of placed) moods.set(on, piece.mood);
  return moods;
};

const planYear = ({ today, zone, random }: Scene) => {
  const placed = placePieces(today);
  const days = daysOfYear(today, { random: random('days'), told: toldMoods(placed) });
  return {
    days,
    entries: entriesOfYear(days, placed, { today, zone, random: random('entries') }),
    checkIns: checkInsOfYear(days, zone, random('check-ins')),
    cravings: cravingsOfYear(days, zone, random('cravings')),
  };
};

type Year = ReturnType<typeof planYear>;

/** The last `count` of the year's, all by default, and how many more there have to be before it. */
const divide = <T>(ofYear: readonly T[], count: number = ofYear.length) => ({
  latest: count === 0 ? [] : ofYear.slice(-count),
  before: Math.max(0, count - ofYear.length),
});

const storeTexts = (
  { maker, today, zone, random }: Scene,
  year: Year,
  { entries, checkIns }: Pick<SampleOptions, 'entries' | 'checkIns'>,
): RecordId[] => {
  const ownEntries = divide(year.entries, entries);
  const ownCheckIns = divide(year.checkIns, checkIns);
  const most = Math.max(ownEntries.before, ownCheckIns.before);
  const years = Math.min(MOST_YEARS, Math.ceil(most / RECORDS_A_YEAR));
  const days = daysBefore(today, years * YEAR_DAYS, random('days before'));
  const ids: RecordId[] = [];
  // In the order of time: that is the order of the table and of its index, and several times faster.
  const older = entriesBefore(days, ownEntries.before, { zone, random: random('entries before') });
  for (const plan of older) ids.push(storeEntry(maker, plan));
  for (const plan of ownEntries.latest) ids.push(storeEntry(maker, plan));
  const olderCheckIns = checkInsBefore(days, ownCheckIns.before, { zone, random: random('check-ins before') });
  for (const plan of olderCheckIns) storeCheckIn(maker, plan);
  for (const plan of ownCheckIns.latest) storeCheckIn(maker, plan);
  return ids;
};

const daysWith = (entries: readonly EntryPlan[], today: LocalDate, test: (plan: EntryPlan) => boolean): Set<number> =>
  new Set(entries.filter(test).map(({ moment }) => storyDayOf(today, moment.day)));

/** When the marks of a day are made, in minutes past midnight; today's are made now. */
const MARKED_AT = 22 * 60;

const storeGoals = ({ maker, today, zone, random }: Scene, { days, entries }: Year): void => {
  const known = {
    wrote: daysWith(entries, today, () => true),
    met: daysWith(entries, today, ({ tags }) => tags.includes('meeting')),
  };
  const { clock } = maker.journal;
  const times = new Map(days.map(({ on, day }) => [on, momentOf(day, MARKED_AT, zone).at]));
  const markedAt = (on: number): number => times.get(on) ?? clock.now();
  for (const plan of goalPlans(today)) {
    const marks = marksOfGoal(plan, days, { known, random: random(`goal ${plan.content.title}`) });
    storeGoal(maker, { content: plan.content, marks, today, markedAt });
  }
};

/**
 * Fills an empty journal with a believable year that ends yesterday, for looking around, pictures, tests and
 * measurements; with sizes given, with up to 100,000 entries and check-ins over up to thirty years more. One transaction;
 * the same for a seed, a device and a moment of `journal.clock`.
 */
export const fillSample = (
  journal: Journal,
  { seed = 1, entries, checkIns = entries, attachmentsBytes = 0 }: SampleOptions = {},
): void => {
  journal.db.transaction(() => {
    const random = (name: string): Random => randomOf(seed, name);
    const scene: Scene = {
      maker: recordMaker(journal, random('ids')),
      today: journal.today(),
      zone: journal.clock.zone(),
      random,
    };
    saveProfile(journal, profile);
    const year = planYear(scene);
    const ids = storeTexts(scene, year, { entries, checkIns });
    for (const plan of year.cravings) storeCraving(scene.maker, plan);
    for (const plan of runsOfYear(scene.today, scene.zone)) storeRun(scene.maker, plan);
    storeGoals(scene, year);
    fillAttachments(scene.maker, { owners: ids, total: attachmentsBytes, random: random('attachments') });
  });
};
