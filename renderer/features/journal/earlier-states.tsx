import { useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import type { Revision } from '#core/entry';
import { formatMomentInSentence, formatNumber } from '#lib/format';
import { useOneAtATime } from '#lib/one-at-a-time';
import { useCallQuery } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { systemZone, useToday } from '#lib/today';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { ErrorState } from '#ui/error-state';
import { ReadPage } from '#ui/read-page';
import { Skeleton } from '#ui/skeleton';
import css from './earlier-states.module.css';
import type { EntrySession } from './entry-session';

type ListProps = {
  readonly states: readonly Revision[];
  readonly chosen: Revision;
  readonly onChoose: (state: Revision) => void;
};

const States = ({ states, chosen, onChoose }: ListProps) => {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <ToggleButtonGroup
      className={css.list}
      aria-label={t('journal.earlier.list')}
      orientation="vertical"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen.version]}
      onSelectionChange={([key]) => {
        const state = states.find(({ version }) => version === key);
        if (state !== undefined) onChoose(state);
      }}
    >
      {states.map(({ version, savedAt, reason, wordCount }) => (
        <ToggleButton key={version} id={version} className={css.state}>
          <span>
            {t(reason === 'merge' ? 'journal.earlier.merged' : 'journal.earlier.until', {
              when: formatMomentInSentence({ at: savedAt, zone: systemZone() }, today),
            })}
          </span>
          <span className={css.words}>
            {t('journal.words', { count: wordCount, shown: formatNumber(wordCount, 0) })}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};

/** Takes an earlier state back, and offers to take that back in turn. */
const useTakeBack = (session: EntrySession, onDone: () => void) => {
  const { t } = useTranslation();
  const working = useOneAtATime();
  const takeBack = async ({ version }: Pick<Revision, 'version'>): Promise<void> => {
    const before = await session.takeBack(version);
    if (!before.ok) return tellFailure(before.error.code);
    onDone();
    showToast({
      text: t('journal.earlier.takenBack'),
      action: { label: t('ui.undo'), run: () => void session.takeBack(before.value) },
    });
  };
  return { isRunning: working.isRunning, run: (state: Revision) => void working.run(() => takeBack(state)) };
};

type Props = { readonly session: EntrySession; readonly onClose: () => void };

/** The states in which an entry stood before: to be read, and to be taken back. */
export const EarlierStates = ({ session, onClose }: Props) => {
  const { t } = useTranslation();
  const { id } = session.entry.read();
  const {
    data: states,
    isPending,
    isError,
    error,
    refetch,
  } = useCallQuery('entries.revisions', { id }, { alwaysAsks: true });
  const [chosen, setChosen] = useState<Revision | null>(null);
  const shown = chosen ?? states?.[0];
  const taking = useTakeBack(session, onClose);
  const footer = shown !== undefined && (
    <>
      <Button variant="ghost" onPress={onClose}>
        {t('ui.close')}
      </Button>
      <Button isPending={taking.isRunning} onPress={() => taking.run(shown)}>
        {t('journal.earlier.takeBack')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('journal.earlier.title')} isOpen onClose={onClose} width="wide" footer={footer || undefined}>
      <p className={css.lead}>{t('journal.earlier.lead')}</p>
      {isPending && <Skeleton lines={4} />}
      {isError && <ErrorState code={error.code} onRetry={() => void refetch()} />}
      {states?.length === 0 && <p>{t('journal.earlier.none')}</p>}
      {states !== undefined && shown !== undefined && (
        <div className={css.columns}>
          <States states={states} chosen={shown} onChoose={setChosen} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled with the keys. */}
          <article className={css.page} aria-label={t('journal.earlier.page')} tabIndex={0}>
            {shown.title !== '' && <h3 dir="auto">{shown.title}</h3>}
            <ReadPage key={shown.version} body={shown.body} />
          </article>
        </div>
      )}
    </Dialog>
  );
};
