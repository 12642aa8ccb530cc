import clsx from 'clsx';
import { Trash2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Binned } from '#core/bin';
import { useOneAtATime } from '#lib/one-at-a-time';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import css from './deleted.module.css';
import { useDeletedWords } from './deleted-words';
import { RemoveForGood } from './remove-for-good';
import { takeBack } from './take-back';

/** Longer words than this do not fit into what is shown of them. */
const LONG = 140;

const Said = ({ words, isEntry }: { readonly words: string; readonly isEntry: boolean }) => {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  if (words.trim() === '') return null;
  // An entry is read on a page of its own.
  const canOpen = !isEntry && (words.length > LONG || words.includes('\n'));
  return (
    <>
      <p id={id} className={clsx(css.said, !isWhole && css.clipped)} dir="auto">
        {words}
      </p>
      {canOpen && (
        <Button variant="quiet" aria-expanded={isWhole} aria-controls={id} onPress={() => setWhole(!isWhole)}>
          {t(isWhole ? 'deleted.showLess' : 'deleted.showAll')}
        </Button>
      )}
    </>
  );
};

type Props = {
  readonly binned: Binned;
  /** It is not here any more; `row` is about to go. */
  readonly onGone: (row: HTMLElement | null) => void;
};

const Ways = ({
  binned,
  what,
  onGone,
}: Omit<Props, 'onGone'> & { readonly what: string; readonly onGone: () => void }) => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const restoring = useOneAtATime();
  const [isAsking, setAsking] = useState(false);
  const restore = async (): Promise<void> => {
    if (await takeBack(binned)) onGone();
  };
  return (
    <div className={css.ways}>
      {binned.kind === 'entry' && (
        <Button
          variant="quiet"
          aria-label={t('deleted.readThis', { what })}
          onPress={() => navigate(`/journal/${binned.record.id}`)}
        >
          {t('deleted.read')}
        </Button>
      )}
      <Button
        variant="ghost"
        isPending={restoring.isRunning}
        aria-label={t('deleted.takeBackThis', { what })}
        onPress={() => void restoring.run(restore)}
      >
        {t('deleted.takeBack')}
      </Button>
      <IconButton name={t('deleted.removeThis', { what })} icon={Trash2} onPress={() => setAsking(true)} />
      {isAsking && <RemoveForGood binned={binned} what={what} onGone={onGone} onCancel={() => setAsking(false)} />}
    </div>
  );
};

/** Something deleted: what it was, how long it is here, and what can be done about it. */
export const DeletedRow = ({ binned, onGone }: Props) => {
  const { what, more, when } = useDeletedWords(binned);
  const row = useRef<HTMLLIElement>(null);
  return (
    <li ref={row} className={css.row}>
      <div className={css.words}>
        <p className={css.what} dir="auto">
          {what}
        </p>
        <Said words={more} isEntry={binned.kind === 'entry'} />
        <p className={css.when}>{when}</p>
      </div>
      <Ways binned={binned} what={what} onGone={() => onGone(row.current)} />
    </li>
  );
};
