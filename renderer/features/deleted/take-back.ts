import type { BinKind, Binned } from '#core/bin';
import type { RecordId } from '#core/record';
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

/** Takes something back and offers to undo that; resolves with whether it is back, having said why not. */
export const takeBack = async ({ kind, record: { id } }: Binned): Promise<boolean> => {
  if (!(await isRestored(kind, id))) return false;
  showToast({
    text: i18n.t(`deleted.back.${kind}`),
    action: { label: i18n.t('ui.undo'), run: () => void deleteAgain(kind, id) },
  });
  return true;
};
