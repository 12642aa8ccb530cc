import type { BinKind, Binned } from '#core/bin';
import type { RecordId } from '#core/record';
import { entryName } from '#lib/entry-name';
import { i18n } from '#lib/i18n';
import { command } from '#lib/query-client';
import { takeRunBack } from '#lib/run-words';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';

const restores = { entry: 'entries.restore', 'check-in': 'checkIns.restore', goal: 'goals.restore' } as const;
const deletes = {
  entry: 'entries.delete',
  'check-in': 'checkIns.delete',
  goal: 'goals.delete',
  run: 'runs.delete',
} as const;

const isRestored = async (kind: BinKind, id: RecordId): Promise<boolean> => {
  if (kind === 'run') return takeRunBack(id);
  const result = await command(restores[kind], { id });
  if (!result.ok) tellFailure(result.error.code);
  return result.ok;
};

const deleteAgain = async (kind: BinKind, id: RecordId): Promise<void> => {
  const result = await command(deletes[kind], { id });
  if (!result.ok) tellFailure(result.error.code);
};

/** An entry is named; of anything else its kind is told. */
const backWords = ({ kind, record }: Binned): string => {
  const name = kind === 'entry' ? entryName(record.title, record.excerpt) : '';
  return name === '' ? i18n.t(`deleted.back.${kind}`) : i18n.t('deleted.entryBack', { name });
};

/** Takes something back and offers to undo that; resolves with whether it is back, having said why not. */
export const takeBack = async (binned: Binned): Promise<boolean> => {
  const { kind } = binned;
  const { id } = binned.record;
  if (!(await isRestored(kind, id))) return false;
  showToast({
    about: 'taken-back',
    text: backWords(binned),
    action: { label: i18n.t('ui.undo'), run: () => void deleteAgain(kind, id) },
  });
  return true;
};
