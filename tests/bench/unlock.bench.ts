import { atMostMoreMs, noMore } from '#tests/bench/support/aims';
import { test } from '#tests/bench/support/bench-test';
import { deriveInApp } from '#tests/bench/support/derivation';
import { goTo, lock, openLocked, typePassphrase } from '#tests/bench/support/open-app';
import { paintedAfter } from '#tests/bench/support/painted';
import { report } from '#tests/bench/support/report';
import { median, timeOf } from '#tests/bench/support/statistics';
import type { Size, Vault } from '#tests/bench/support/vaults';
import { words } from '#tests/bench/support/words';
import type { RunningApp } from '#tests/e2e/launch';
import { connect } from '#worker/db/database';
import { sql } from '#worker/db/sql';

const ROUNDS = 8;
/** As many as a window of the first size shows. */
const ROWS = 6;
/** As many as the list asks for at first. */
const PAGE = 100;

const list = {
  elements: [{ selector: `[role=listbox][aria-label="${words.journal.title}"] [role=option]`, least: ROWS }],
};

/** Opens the database with its raw key and reads the first page of the list. */
const openRaw = ({ database, keyHex }: Vault): void => {
  const db = connect(database, keyHex);
  const rows = db.all(sql`SELECT position, id, at, zone, day, title, excerpt, mood, tag_names, word_count FROM entry
    WHERE deleted_at IS NULL ORDER BY position DESC LIMIT ${PAGE}`);
  db.close();
  if (rows.length < PAGE) throw new Error('the raw query found too little');
};

const unlock = async ({ page }: RunningApp): Promise<number> => {
  await goTo(page, '/journal');
  await typePassphrase(page);
  return paintedAfter(page, { event: 'keydown', sight: list }, () => page.keyboard.press('Enter'));
};

const measure = async (vault: Vault) => {
  const running = await openLocked(vault);
  const times = { unlock: [] as number[], argon2: [] as number[], thread: [] as number[], raw: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round > 0) await lock(running.page);
    times.raw.push(timeOf(() => openRaw(vault)));
    const { argon2Ms, threadMs } = await deriveInApp(running.app);
    times.argon2.push(argon2Ms);
    times.thread.push(threadMs);
    times.unlock.push(await unlock(running));
  }
  await running.app.close();
  return times;
};

const tell = (size: Size, times: Awaited<ReturnType<typeof measure>>): number[] => {
  const derivation = median(times.argon2);
  const measured = times.unlock.map((ms) => ms - derivation);
  report({
    figure: `unlock to usable list, key derivation left out, ${size}`,
    unit: 'ms',
    measured,
    baseline: { name: 'raw open and first query', values: times.raw },
    aim: atMostMoreMs(150),
    notes: [
      `with it ${median(times.unlock).toFixed(0)} ms; Argon2id alone, through the same thread, ${derivation.toFixed(0)} ms`,
      `starting that thread, ${(median(times.thread) - derivation).toFixed(0)} ms, happens while the passphrase is typed`,
    ],
  });
  return measured;
};

test('unlocks to a usable list', async ({ vaultOf }) => {
  test.setTimeout(900_000);
  const small = tell('10,000 entries', await measure(await vaultOf('10,000 entries')));
  const large = tell('100,000 entries', await measure(await vaultOf('100,000 entries')));
  report({
    figure: 'the same at 100,000 against 10,000 entries',
    unit: 'ms',
    measured: large,
    baseline: { name: 'at 10,000 entries', values: small },
    aim: noMore,
  });
});
