import { useTranslation } from 'react-i18next';
import { type Binned, lastDayInBin } from '#core/bin';
import type { EntrySummary } from '#core/entry';
import type { Mood } from '#core/feeling';
import type { Run } from '#core/run';
import { isolated } from '#lib/bidi';
import { formatDayShort, formatMomentInSentence } from '#lib/format';
import { i18n } from '#lib/i18n';
import { systemZone, useToday } from '#lib/today';

type Words = {
  /** What it is. */
  readonly what: string;
  /** The words by which the person knows it again. */
  readonly more: string;
  /** When it was deleted and how long it is here. */
  readonly when: string;
};

const entryWords = ({ title, excerpt, at, zone }: EntrySummary) => ({
  what:
    title.trim() === ''
      ? i18n.t('deleted.entryOf', { moment: formatMomentInSentence({ at, zone }) })
      : i18n.t('deleted.entry', { title }),
  more: excerpt,
});

const runWords = ({ began, ended, note }: Run) => {
  const from = formatDayShort(began.day);
  const what =
    ended === null
      ? i18n.t('deleted.runSince', { from })
      : i18n.t('deleted.runSpan', { from, to: formatDayShort(ended.day) });
  return { what, more: note };
};

const wordsOf = (binned: Binned) => {
  switch (binned.kind) {
    case 'entry':
      return entryWords(binned.record);
    case 'check-in': {
      const { mood, craving, note, ...moment } = binned.record;
      const said = [
        ...(mood === null ? [] : [i18n.t(`mood.${mood as Mood}`)]),
        ...(craving === null ? [] : [i18n.t('today.said.craving', { value: craving })]),
        ...(note.trim() === '' ? [] : [isolated(note)]),
      ];
      return { what: i18n.t('deleted.checkIn', { moment: formatMomentInSentence(moment) }), more: said.join(' · ') };
    }
    case 'goal':
      return { what: i18n.t('deleted.goal', { title: binned.record.title }), more: binned.record.why };
    case 'run':
      return runWords(binned.record);
  }
};

/** What something deleted says of itself, as of today. */
export const useDeletedWords = (binned: Binned): Words => {
  const { t } = useTranslation();
  const today = useToday();
  const zone = systemZone();
  // Nothing lies here that was not deleted.
  const at = binned.record.deletedAt ?? 0;
  const moment = formatMomentInSentence({ at, zone }, today);
  const day = formatDayShort(lastDayInBin(at, zone), today);
  return { ...wordsOf(binned), when: t('deleted.when', { moment, day }) };
};
