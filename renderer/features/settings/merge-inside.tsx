import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DeletionAnswer,
  type KindCounts,
  type MergeCounts,
  type MergeOutcome,
  type MergePreview,
  mergeKinds,
} from '#core/merge';
import { formatList, formatMomentInSentence, formatNumber } from '#lib/format';
import { systemZone } from '#lib/today';
import { Notice } from '#ui/notice';
import { Segmented } from '#ui/segmented';
import css from './merge.module.css';

const isAnyOf = (counts: KindCounts): boolean => Object.values(counts).some((count) => count > 0);

/** What comes in first, what stays as it is last. What was deleted there has words of its own. */
const order = [
  'added',
  'newer',
  'conflicting',
  'returning',
  'older',
  'staying-deleted',
] as const satisfies readonly MergeOutcome[];

const totalOf = (counts: KindCounts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const useKinds = () => {
  const { t } = useTranslation();
  return (counts: KindCounts): string =>
    formatList(
      mergeKinds.flatMap((kind) => {
        const count = counts[kind] ?? 0;
        return count === 0 ? [] : [t(`records.${kind}`, { count, n: formatNumber(count, 0) })];
      }),
    );
};

type OutcomesProps = {
  readonly counts: MergeCounts;
  /** What was answered about what was deleted there, once it is done. */
  readonly answered?: DeletionAnswer;
};

/** What happens, or happened, to how many records of which kind; nothing where none was counted. */
export const MergeOutcomes = ({ counts, answered }: OutcomesProps) => {
  const { t } = useTranslation();
  const inWords = useKinds();
  const isDone = answered !== undefined;
  const outcomes = order.map((outcome) => ({
    what: inWords(counts[outcome]),
    why: t(`settings.merge.${isDone ? 'done' : 'outcomes'}.${outcome}`, { count: totalOf(counts[outcome]) }),
  }));
  const deleted = !isDone
    ? []
    : [{ what: inWords(counts['deleted-there']), why: t(`settings.merge.deletedThere.${answered}`) }];
  const lines = [...outcomes, ...deleted].filter(({ what }) => what !== '');
  if (lines.length === 0 && isAnyOf(counts['deleted-there'])) return null;
  if (lines.length === 0) return <p>{t(isDone ? 'settings.merge.onlySmallDone' : 'settings.merge.onlySmall')}</p>;
  return (
    <ul className={css.outcomes}>
      {lines.map(({ what, why }) => (
        <li key={why}>
          <p className={css.what}>{what}</p>
          <p className={css.why}>{why}</p>
        </li>
      ))}
    </ul>
  );
};

type QuestionProps = { readonly answer: DeletionAnswer; readonly onAnswer: (answer: DeletionAnswer) => void };

const Question = ({ counts, answer, onAnswer }: QuestionProps & { readonly counts: KindCounts }) => {
  const { t } = useTranslation();
  const inWords = useKinds();
  return (
    <div className={css.question}>
      <div>
        <p className={css.what}>{inWords(counts)}</p>
        <p>{t('settings.merge.question')}</p>
      </div>
      <Segmented
        label={t('settings.merge.questionLabel')}
        options={[
          { id: 'keep', label: t('settings.merge.keep') },
          { id: 'delete', label: t('settings.merge.delete') },
        ]}
        value={answer}
        onChange={onAnswer}
      />
      <p className={css.why}>{t(`settings.merge.${answer}More`)}</p>
    </div>
  );
};

type Props = QuestionProps & { readonly preview: MergePreview };

/** What merging an export would do, told before anything is done, and the one question there is about it. */
export const MergeInside = ({
  preview: { counts, exportedAt, sameJournal, isNothingNew },
  answer,
  onAnswer,
}: Props) => {
  const { t } = useTranslation();
  const words = useRef<HTMLDivElement>(null);
  // The field with the passphrase is gone; nothing is pressed by a key that was meant for it.
  useEffect(() => words.current?.focus({ preventScroll: true }), []);
  const when = formatMomentInSentence({ at: exportedAt, zone: systemZone() });
  const deletedThere = counts['deleted-there'];
  const isAnythingKept = (['newer', 'conflicting', 'older'] as const).some((outcome) => isAnyOf(counts[outcome]));
  return (
    <div ref={words} tabIndex={-1} className={css.inside}>
      <p>{t('settings.merge.made', { when })}</p>
      {!sameJournal && <Notice tone="dawn">{t('settings.merge.otherJournal')}</Notice>}
      {isAnyOf(deletedThere) && <Question counts={deletedThere} answer={answer} onAnswer={onAnswer} />}
      {isNothingNew ? <p>{t('settings.merge.nothingNew')}</p> : <MergeOutcomes counts={counts} />}
      {isAnythingKept && !isNothingNew && <p className={css.why}>{t('settings.merge.kept')}</p>}
      {!isNothingNew && <p>{t('settings.merge.backupFirst')}</p>}
    </div>
  );
};
