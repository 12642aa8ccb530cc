import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkIn } from '#core/check-in';
import { craving } from '#core/craving';
import { type Block, countWords, documentText, type ListItem, type TaskItem } from '#core/document';
import { type Entry, entry } from '#core/entry';
import { goal, goalMark } from '#core/goal';
import { addDays, daysBetween, instantOf, type LocalDate, weekdayOf } from '#core/local-date';
import { run } from '#core/run';
import { profile } from '#core/settings';
import { day } from '#tests/support/builders';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { sql } from '#worker/db/sql';
import type { Journal } from '#worker/journal';
import { findPiece, listAllAttachments } from '#worker/repositories/attachment';
import { listAllCheckIns, listMoodByDay } from '#worker/repositories/check-in';
import { listAllCravings } from '#worker/repositories/craving';
import { listAllEntries } from '#worker/repositories/entry';
import { listGoals, listMarks } from '#worker/repositories/goal';
import { listRuns } from '#worker/repositories/run';
import { documentOf } from '#worker/sample/markup';
import { readProfile } from '#worker/services/profile';
import { currentCleanTime } from '#worker/services/runs';
import { fillSample, type SampleOptions } from '#worker/services/sample';
import { searchJournal } from '#worker/services/search';

const everything = { after: Number.MIN_SAFE_INTEGER, limit: 1_000_000 };
const TODAY = day('2026-11-21');

const sample = (options: SampleOptions = {}, clock = testClock()): Journal => {
  const journal = tempJournal(clock);
  fillSample(journal, options);
  return journal;
};

const entriesOf = ({ db }: Journal): Entry[] => listAllEntries(db, everything).map((stored) => stored.entry);
const checkInsOf = ({ db }: Journal) => listAllCheckIns(db, everything).map((stored) => stored.checkIn);
const cravingsOf = ({ db }: Journal) => listAllCravings(db, everything).map((stored) => stored.craving);
const goalsOf = ({ db }: Journal) =>
  listGoals(db).map((stored) => ({
    goal: stored.goal,
    marks: listMarks(db, stored, { from: stored.goal.starts, to: day('9999-01-01') }),
  }));

const recordsOf = (journal: Journal) => ({
  entries: entriesOf(journal),
  checkIns: checkInsOf(journal),
  cravings: cravingsOf(journal),
  goals: goalsOf(journal),
  runs: listRuns(journal.db),
  profile: readProfile(journal),
  labels: journal.db.all(
    sql`SELECT hex(id), version, name FROM tag UNION ALL SELECT hex(id), version, name FROM feeling`,
  ),
});

const wordsOf = ({ body }: Pick<Entry, 'body'>): number => countWords(documentText(body));

const paragraphsOf = (node: Block | ListItem | TaskItem): string[] => {
  if (node.type === 'paragraph') return [documentText({ type: 'doc', content: [node] })];
  if (node.type === 'heading' || node.type === 'horizontalRule' || node.type === 'image') return [];
  return node.content.flatMap(paragraphsOf);
};

type Records = ReturnType<typeof recordsOf>;

/** The year as it comes by default, filled once for all tests that only look at it. */
let known: Records | undefined;
const year = (): Records => {
  known ??= recordsOf(sample());
  return known;
};

/** Every text a person would have typed. */
const textsOf = ({ entries, checkIns, cravings, goals, runs, profile: told }: Records): string[] => [
  ...entries.flatMap(({ title, body, tags, feelings }) => [title, documentText(body), ...tags, ...feelings]),
  ...checkIns.flatMap(({ note, feelings }) => [note, ...feelings]),
  ...cravings.flatMap(({ note, place, company, triggers }) => [note, place, company, ...triggers]),
  ...goals.flatMap((one) => [one.goal.title, one.goal.why, ...one.marks.map(({ note }) => note)]),
  ...runs.map(({ note }) => note),
  ...Object.values(told),
];

/** The words docs/care.md forbids, and anything that tells how much or how. */
const forbidden = [
  /\b(?:un)?clean(?:er|ed|ing|ly)?\b/i,
  /\bdirt(?:y|ied)?\b/i,
  /addict/i,
  /abus(?:e|er|ed|ing)\b/i,
  /junk/i,
  /\brelapse/i,
  /substitution/i,
  /\byou (?:failed|missed)\b/i,
  /\bstreak/i,
  /\b(?:fail|failed|failure)\b/i,
  /\d\s?(?:mg|ml|g|grams?|milligrams?)\b/i,
  /inject|needle|syringe|snort|overdos|\bdose|\bbag of (?!doughnuts|water|things|tins)/i,
  /!/,
  /\p{Extended_Pictographic}/u,
];

const offences = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => forbidden.filter((pattern) => pattern.test(text)).map((pattern) => `${pattern} in: ${text}`));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the sample year', () => {
  it('is the same for the same seed on the same day, and another for another seed', () => {
    const once = recordsOf(sample({ seed: 7 }));
    expect(recordsOf(sample({ seed: 7 }))).toEqual(once);
    expect(recordsOf(sample({ seed: 8 })).entries).not.toEqual(once.entries);
  });

  it('holds only records that pass their schemas', () => {
    const { entries, checkIns, cravings, goals, runs, profile: told } = year();
    for (const one of entries) entry.parse(one);
    for (const one of checkIns) checkIn.parse(one);
    for (const one of cravings) craving.parse(one);
    for (const one of runs) run.parse(one);
    for (const one of goals) {
      goal.parse(one.goal);
      for (const mark of one.marks) goalMark.parse(mark);
    }
    expect(profile.parse(told)).toMatchObject({
      recoveringFrom: 'heroin',
      reason: "To be awake for Maya's mornings.",
      personName: 'Dana',
      personPhone: '555 0142',
    });
  });

  it('has about 240 entries of 40 to 400 words over a year that ends yesterday', () => {
    const { entries } = year();
    expect(entries.length).toBeGreaterThan(220);
    expect(entries.length).toBeLessThan(280);
    const words = entries.map(wordsOf);
    expect(Math.min(...words)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...words)).toBeLessThanOrEqual(400);
    expect(Math.max(...words)).toBeGreaterThan(250);
    expect(entries.map(({ wordCount }) => wordCount)).toEqual(words);
    expect([entries.at(0)?.day, entries.at(-1)?.day]).toEqual(['2025-11-21', '2026-11-20']);
  });

  it('never says a paragraph twice, for any seed', () => {
    for (const entries of [year().entries, entriesOf(sample({ seed: 2 })), entriesOf(sample({ seed: 3 }))]) {
      const paragraphs = entries.flatMap(({ body }) => body.content.flatMap(paragraphsOf));
      const twice = paragraphs.filter((text, index) => paragraphs.indexOf(text) !== index);
      expect(twice).toEqual([]);
    }
  });

  it('says nothing that docs/care.md forbids', () => {
    expect(offences(textsOf(year()))).toEqual([]);
  });

  it('uses moods of every kind, headings, lists, checklists, quotes, bold and italic, and accents', () => {
    const { entries } = year();
    expect(new Set(entries.map(({ mood }) => mood))).toEqual(new Set([1, 2, 3, 4, 5, null]));
    const json = JSON.stringify(entries.map(({ body }) => body));
    for (const type of ['heading', 'bulletList', 'orderedList', 'taskList', 'blockquote', 'bold', 'italic']) {
      expect(json.includes(`"${type}"`), type).toBe(true);
    }
    for (const word of ['café', 'naïve', 'Zoë', 'piñata']) expect(json.includes(word), word).toBe(true);
  });

  it('ends with five entries told in full, the last of them yesterday at 21:40 and 214 words long', () => {
    const items = year().entries.slice(-5).reverse();
    expect(items.map(({ title }) => title)).toEqual([
      'Yesterday I nearly did not go',
      'Slow',
      'Phone call with my sister',
      'Payday',
      'Clinic',
    ]);
    expect(items.map(({ mood }) => mood)).toEqual([4, 3, 5, 2, 4]);
    expect(items[0]?.wordCount).toBe(214);
    expect(new Date(items[0]?.at ?? 0).toISOString()).toMatch(/^2026-11-20T20:40/);
  });

  it('leaves gaps, one of them nine days long', () => {
    const recorded = new Set(year().checkIns.map((one) => one.day));
    const days = Array.from({ length: 320 }, (_, index) => addDays(TODAY, index - 320));
    const missing = days.filter((one) => !recorded.has(one));
    expect(missing.length).toBeGreaterThan(30);
    expect(missing.length).toBeLessThan(110);
    const runs = days
      .map((one) => (recorded.has(one) ? ' ' : '-'))
      .join('')
      .split(' ');
    expect(Math.max(...runs.map((gap) => gap.length))).toBeGreaterThanOrEqual(9);
  });

  it('has a bad week in which nobody used', () => {
    const journal = sample();
    const moods = (from: LocalDate, to: LocalDate) => listMoodByDay(journal.db, { from, to }).map(({ mood }) => mood);
    const week = moods(day('2026-08-18'), day('2026-08-24'));
    expect(week.length).toBeGreaterThanOrEqual(5);
    expect(mean(week)).toBeLessThan(mean(moods(day('2026-01-05'), TODAY)) - 0.8);
    expect(listRuns(journal.db).some(({ ended }) => ended !== null && ended.day > '2026-07-06')).toBe(false);
  });

  it('has a slip in the third month, told the day the next run begins', () => {
    const { runs, entries, cravings } = year();
    const [third, second, first] = runs;
    const lasted = daysBetween(first?.began.day ?? TODAY, first?.ended?.day ?? TODAY);
    expect(lasted).toBeGreaterThanOrEqual(61);
    expect(lasted).toBeLessThanOrEqual(91);
    expect([first?.endCause, second?.endCause, third?.endCause]).toEqual(['slip', 'slip', null]);
    const account = entries.find(({ kind }) => kind === 'slip-account');
    expect(account?.day).toBe(second?.began.day);
    expect(cravings.filter(({ outcome }) => outcome === 'used')).toHaveLength(2);
  });

  it('shows a clean time of 139 days this run, 312 of 321', () => {
    expect(currentCleanTime(sample(), TODAY)).toMatchObject({
      current: { days: 139 },
      totalDays: 312,
      daysSinceFirst: 321,
    });
  });

  it('keeps its goals unevenly: done, partly, skipped, not recorded, and one pause', () => {
    const { goals } = year();
    expect(goals.length).toBeGreaterThanOrEqual(6);
    expect(new Set(goals.map((one) => one.goal.schedule.type))).toEqual(new Set(['daily', 'weekdays', 'times-a-week']));
    const outside = goals.find((one) => one.goal.measure.type === 'amount' && one.goal.pauses.length > 0);
    expect(outside).toBeDefined();
    const states = new Set(outside?.marks.map(({ state }) => state));
    expect(states).toEqual(new Set(['done', 'partly', 'skipped']));
    const bed = goals.find((one) => one.goal.title === 'In bed by 23:00');
    expect(new Set(bed?.marks.map(({ state }) => state))).toEqual(new Set(['done', 'partly', 'skipped']));
    const due = daysBetween(bed?.goal.starts ?? TODAY, TODAY);
    expect(bed?.marks.length).toBeLessThan(due - 50);
    for (const { goal: one, marks } of goals) {
      for (const { from, to } of one.pauses) {
        expect(marks.filter((mark) => mark.day >= from && mark.day <= (to ?? TODAY))).toEqual([]);
      }
      const { schedule } = one;
      if (schedule.type === 'weekdays') {
        expect(marks.every((mark) => schedule.days.includes(weekdayOf(mark.day)))).toBe(true);
      }
    }
  });

  it('marks a page as written only on days that have one', () => {
    const { entries, goals } = year();
    const written = new Set(entries.map((one) => one.day));
    const pages = goals.find((one) => one.goal.title === 'Journal');
    const done = pages?.marks.filter(({ state }) => state === 'done') ?? [];
    expect(done.length).toBeGreaterThan(120);
    expect(done.filter((mark) => !written.has(mark.day))).toEqual([]);
  });

  it('tells cravings with before and after, trigger, place, company and note', () => {
    const { cravings } = year();
    expect(cravings.length).toBeGreaterThan(45);
    expect(new Set(cravings.map(({ outcome }) => outcome))).toEqual(
      new Set(['passed', 'still-there', 'used', 'unknown']),
    );
    const passed = cravings.filter(({ outcome }) => outcome === 'passed');
    expect(passed.every(({ before, after }) => after !== null && after < before)).toBe(true);
    expect(cravings.every(({ triggers, place, company }) => triggers.length > 0 && place && company)).toBe(true);
    expect(cravings.filter(({ note }) => note !== '').length).toBeGreaterThan(20);
  });

  it('leaves today open, with its goals partly ticked', () => {
    const { entries, checkIns, goals } = year();
    expect(checkIns.some((one) => one.day === TODAY)).toBe(false);
    expect(entries.some((one) => one.day === TODAY)).toBe(false);
    const ticked = goals.filter(({ marks }) => marks.some((mark) => mark.day === TODAY));
    expect(ticked.length).toBeGreaterThanOrEqual(3);
    expect(ticked.length).toBeLessThan(goals.length);
  });

  it.each([
    ['2028-02-29', 'America/St_Johns'],
    ['2026-03-29', 'Australia/Lord_Howe'],
    ['2025-12-31', 'Pacific/Kiritimati'],
    ['2027-10-31', 'Europe/Berlin'],
  ])('holds together on %s in %s, a minute after midnight', (date, zone) => {
    const now = instantOf(day(date), 1, zone);
    const journal = sample({}, testClock(now, zone));
    expect(journal.today()).toBe(date);
    expect(currentCleanTime(journal, day(date))).toMatchObject({ totalDays: 312, daysSinceFirst: 321 });
    const { entries, checkIns, cravings } = recordsOf(journal);
    expect(entries.at(-1)?.title).toBe('Yesterday I nearly did not go');
    for (const { at, updatedAt } of [...entries, ...checkIns, ...cravings]) {
      expect(Math.max(at, updatedAt)).toBeLessThan(now);
    }
  });
});

describe('a larger sample', () => {
  it('has exactly as many entries and check-ins as asked, no two entries alike, all of 40 to 400 words', () => {
    const journal = sample({ entries: 1_000, checkIns: 1_200 });
    const entries = entriesOf(journal);
    expect(entries).toHaveLength(1_000);
    expect(checkInsOf(journal)).toHaveLength(1_200);
    expect(new Set(entries.map(({ body }) => documentText(body))).size).toBe(1_000);
    const words = entries.map(wordsOf);
    expect(Math.min(...words)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...words)).toBeLessThanOrEqual(400);
    expect(mean(words)).toBeGreaterThan(110);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(1_000);
    for (const one of entries) entry.parse(one);
    for (const one of checkInsOf(journal)) checkIn.parse(one);
    expect(offences(textsOf(recordsOf(journal)))).toEqual([]);
  });

  it('ends with the same year', () => {
    const expected = year().entries.map(({ title, body, day: on }) => ({ title, body, on }));
    const latest = entriesOf(sample({ entries: 600 })).slice(-expected.length);
    expect(latest.map(({ title, body, day: on }) => ({ title, body, on }))).toEqual(expected);
  });

  it('has common words, rare words, and words with accents', () => {
    const journal = sample({ entries: 1_000 });
    const found = (text: string) => searchJournal(journal, { text, before: null, limit: 1_000 }).items.length;
    expect(found('the')).toBeGreaterThan(900);
    expect(found('zoe')).toBeGreaterThan(20);
    expect(found('cafe')).toBeGreaterThan(20);
    expect(found('theodolite')).toBeGreaterThan(0);
    expect(found('theodolite')).toBeLessThan(100);
  });

  it('keeps the latest where fewer are asked for than a year holds', () => {
    const journal = sample({ entries: 20, checkIns: 0 });
    expect(entriesOf(journal)).toHaveLength(20);
    expect(entriesOf(journal).at(-1)?.title).toBe('Yesterday I nearly did not go');
    expect(checkInsOf(journal)).toEqual([]);
  });

  it('ties attachments to entries, their bytes in pieces that match their hash', () => {
    const total = 6_000_001;
    const journal = sample({ attachmentsBytes: total });
    const ids = new Set(entriesOf(journal).map(({ id }) => id));
    const stored = listAllAttachments(journal.db, everything);
    expect(stored.length).toBeGreaterThan(1);
    expect(stored.reduce((sum, { attachment }) => sum + attachment.size, 0)).toBe(total);
    for (const { seq, attachment } of stored) {
      expect(ids.has(attachment.entry)).toBe(true);
      const hash = createHash('sha256');
      for (let piece = 0; ; piece += 1) {
        const bytes = findPiece(journal.db, seq, piece);
        if (bytes === undefined) break;
        hash.update(bytes);
      }
      expect(hash.digest('hex')).toBe(attachment.sha256);
    }
  });
});

describe('the markup of the sample', () => {
  it('becomes headings, quotes, lists and checklists', () => {
    const body = documentOf('## A\n\n> b\n\n- c\n- d\n  e\n\n1. f\n2. g\n\n- [x] h\n- [ ] i');
    expect(body.content.map(({ type }) => type)).toEqual([
      'heading',
      'blockquote',
      'bulletList',
      'orderedList',
      'taskList',
    ]);
    expect(documentText(body)).toBe('A\nb\nc\nd e\nf\ng\nh\ni');
    expect(JSON.stringify(body.content[4])).toContain('"checked":true');
  });

  it('becomes bold and italic text and curved quotation marks, lines of a paragraph joined', () => {
    const [block] = documentOf('She said, "Do\n**not** _stir_ it."').content;
    expect(block).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'She said, “Do ' },
        { type: 'text', text: 'not', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'stir', marks: [{ type: 'italic' }] },
        { type: 'text', text: ' it.”' },
      ],
    });
  });
});
