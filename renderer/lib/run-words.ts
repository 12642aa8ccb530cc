import type { RecordId } from '#core/record';
import { isOtherRunOpen, type Run, type RunDraft } from '#core/run';
import { i18n } from './i18n';
import { command } from './query-client';
import { tellFailure } from './tell-failure';
import { showToast } from './toasts';

/** A stored run as it is sent to be changed. */
export const draftOf = ({ id, version, began, ended, endCause, note }: Run): RunDraft => ({
  id,
  baseVersion: version,
  began: { at: began.at, zone: began.zone },
  ended: ended === null ? null : { at: ended.at, zone: ended.zone },
  endCause,
  note,
});

/** A run with these words besides its own. */
export const withWords = (run: Run, words: string): RunDraft => {
  const known = run.note.includes(words) || words.trim() === '';
  const note = run.note.trim() === '' ? words : `${run.note}\n\n${words}`;
  return { ...draftOf(run), note: known ? run.note : note };
};

/** A run with what was typed over its words: what was added is kept, and nothing goes because it was left out. */
export const withTypedOver = (run: Run, typed: string): RunDraft =>
  typed.includes(run.note) ? { ...draftOf(run), note: typed } : withWords(run, typed);

/** Takes a run out of the bin; resolves with whether it came back, having said why not. */
export const takeRunBack = async (id: RecordId): Promise<boolean> => {
  const result = await command('runs.restore', { id });
  if (result.ok) return true;
  if (isOtherRunOpen(result.error)) showToast({ text: i18n.t('today.run.beside.notBack') });
  else tellFailure(result.error.code);
  return false;
};
