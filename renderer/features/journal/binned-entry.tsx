import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { lastDayInBin } from '#core/bin';
import type { Entry } from '#core/entry';
import { formatDayLong, formatMomentExactly } from '#lib/format';
import { useOneAtATime } from '#lib/one-at-a-time';
import { systemZone } from '#lib/today';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { Notice } from '#ui/notice';
import { ReadPage } from '#ui/read-page';
import { TextLink } from '#ui/text-link';
import { BackButton } from './back-button';
import css from './entry.module.css';
import { restoreEntry } from './use-bin';

type Props = { readonly entry: Entry; readonly onRestored: () => void; readonly onLeave: () => void };

/** An entry in the bin: to read, and to take back. */
export const BinnedEntry = ({ entry, onRestored, onLeave }: Props) => {
  const { t } = useTranslation();
  const last = lastDayInBin(entry.deletedAt ?? entry.updatedAt, systemZone());
  const restoring = useOneAtATime();
  const takeBack = async (): Promise<void> => {
    if ((await restoreEntry(entry.id)) !== null) onRestored();
  };
  return (
    <article className={css.entry} aria-label={t('journal.entry')}>
      <div className={css.scroll}>
        <div className={css.column}>
          <BackButton onPress={onLeave} />
          <Notice
            action={
              <>
                <TextLink href="/deleted">{t('journal.recentlyDeleted')}</TextLink>
                <Button variant="ghost" icon={RotateCcw} onPress={() => void restoring.run(takeBack)}>
                  {t('journal.restore')}
                </Button>
              </>
            }
          >
            {t('journal.inBin', { day: formatDayLong(last) })}
          </Notice>
          <p className={css.moment}>{formatMomentExactly(entry)}</p>
          <h2 className={css.heading} dir="auto">
            {entry.title || t('journal.untitled')}
          </h2>
          <div className={css.tags}>
            {entry.tags.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </div>
          <ReadPage body={entry.body} />
        </div>
      </div>
    </article>
  );
};
