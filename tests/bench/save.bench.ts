import { v7 } from 'uuid';
import { documentFromText, documentText } from '#core/document';
import { draftFrom, type Entry, type EntryDraft } from '#core/entry';
import type { RecordId } from '#core/record';
import { atMostTimes } from '#tests/bench/support/aims';
import { test } from '#tests/bench/support/bench-test';
import { rawDatabase, type Text } from '#tests/bench/support/raw-database';
import { report } from '#tests/bench/support/report';
import { timeOf } from '#tests/bench/support/statistics';
import { withJournal } from '#tests/bench/support/vaults';
import type { Journal } from '#worker/journal';
import { listEntries } from '#worker/repositories/entry';
import { readEntry, saveEntry } from '#worker/services/entries';

const ROUNDS = 200;
const WARM_UP = 20;
/** Every change is worth keeping a revision after so long (services/entries.ts keeps one each five minutes). */
const BETWEEN_MS = 6 * 60_000;

/** Another sentence at the end of what is there. */
const changed = (entry: Entry): EntryDraft => ({
  ...draftFrom(entry),
  body: documentFromText(`${documentText(entry.body)}\nThen I went home along the river.`),
});

/** The same words as an entry of its own, one minute later. */
const another = (draft: EntryDraft): EntryDraft => ({
  ...draft,
  id: v7() as RecordId,
  baseVersion: null,
  at: draft.at + 60_000,
});

const textOf = ({ title, body }: EntryDraft): Text => ({
  title,
  plain: documentText(body),
  body: JSON.stringify(body),
});

const measure = (journal: Journal, raw: ReturnType<typeof rawDatabase>) => {
  const edited: number[] = [];
  const added: number[] = [];
  const inserted: number[] = [];
  // From all over the journal, so that no two lie on one page of the database.
  const step = Math.floor(10_000 / (ROUNDS + WARM_UP));
  const entries = listEntries(journal.db, { before: null, limit: 10_000 }).filter((_, index) => index % step === 0);
  for (const { id } of entries.slice(0, ROUNDS + WARM_UP)) {
    const edit = changed(readEntry(journal, id));
    const addition = another(edit);
    const text = textOf(edit);
    inserted.push(timeOf(() => raw.insert(text)));
    edited.push(timeOf(() => saveEntry(journal, edit)));
    added.push(timeOf(() => saveEntry(journal, addition)));
  }
  return [edited, added, inserted].map((values) => values.slice(WARM_UP)) as [number[], number[], number[]];
};

test('saves an entry', async ({ vaultOf }) => {
  test.setTimeout(600_000);
  const vault = await vaultOf('10,000 entries');
  const raw = rawDatabase(`${vault.database}.raw`, vault.keyHex);
  const [edited, added, inserted] = withJournal(vault, (journal) => {
    let now = Date.now();
    const clock = {
      ...journal.clock,
      now: () => {
        now += BETWEEN_MS;
        return now;
      },
    };
    return measure({ ...journal, clock }, raw);
  });
  raw.close();
  const baseline = { name: 'raw SQLCipher insert of the same text, synchronous=FULL', values: inserted };
  report({
    figure: 'save an entry, durable, with index and revision',
    unit: 'ms',
    measured: edited,
    baseline,
    aim: atMostTimes(2),
    notes: ['a changed entry of about 150 words among 10,000: row, full-text index and a revision in one transaction'],
  });
  report({ figure: 'the same for a new entry, which has no revision yet', unit: 'ms', measured: added, baseline });
});
