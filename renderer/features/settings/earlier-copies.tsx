import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EarlierCopies } from '#core/earlier-copies';
import { formatList, formatNumber } from '#lib/format';
import { useCallQuery, useSingleCommand } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { Button } from '#ui/button';
import { Confirm } from '#ui/confirm';
import { ErrorState } from '#ui/error-state';
import css from './backups.module.css';
import { SettingRow } from './setting-row';

/** What there is, each counted in words of its own. */
const useCounts = ({ journals, backups, second }: EarlierCopies): string[] => {
  const { t } = useTranslation();
  const counted = (what: 'journals' | 'backups' | 'second', count: number): string[] =>
    count === 0 ? [] : [t(`settings.security.copies.${what}`, { count, n: formatNumber(count, 0) })];
  const away = second !== null && second.backups === null ? [t('settings.security.copies.secondAway')] : [];
  return [
    ...counted('journals', journals),
    ...counted('backups', backups),
    ...counted('second', second?.backups ?? 0),
    ...away,
  ];
};

const Counts = ({ copies }: { readonly copies: EarlierCopies }) => (
  <ul className={css.steps}>
    {useCounts(copies).map((words) => (
      <li key={words}>{words}</li>
    ))}
  </ul>
);

/** Whether there is anything that can be removed now. */
const isReachable = ({ journals, backups, second }: EarlierCopies): boolean =>
  journals > 0 || backups > 0 || (second?.backups ?? 0) > 0;

type Props = { readonly copies: EarlierCopies; readonly onClose: () => void };

/** Says what would go and when that makes sense; asks once more; then removes it. */
const RemoveCopies = ({ copies, onClose }: Props) => {
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  const remove = useSingleCommand('vault.removeEarlierCopies');
  const isAway = copies.second !== null && copies.second.backups === null;
  const run = (): void =>
    remove.mutate(
      {},
      {
        onSuccess: () => {
          showToast({ text: t(isAway ? 'settings.security.copies.removedHere' : 'settings.security.copies.removed') });
          onClose();
        },
      },
    );
  return (
    <Confirm
      key={String(isSure)}
      title={t(isSure ? 'settings.security.copies.sure' : 'settings.security.copies.question')}
      confirmLabel={t(isSure ? 'settings.security.copies.sureRun' : 'settings.security.copies.goOn')}
      tone={isSure ? 'destructive' : 'plain'}
      isOpen
      isPending={remove.isPending}
      onConfirm={() => (isSure ? run() : setSure(true))}
      onCancel={onClose}
    >
      {remove.error !== null && <ErrorState code={remove.error.code} place="earlierCopies" />}
      <p>{t(isSure ? 'settings.security.copies.sureLead' : 'settings.security.copies.when')}</p>
      <p>{t('settings.security.copies.goes')}</p>
      <Counts copies={copies} />
      {isAway && <p>{t('settings.security.copies.away')}</p>}
      {!isSure && <p>{t('settings.security.copies.beyond')}</p>}
    </Confirm>
  );
};

const Row = ({ copies }: { readonly copies: EarlierCopies }) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SettingRow
        title={t('settings.security.copies.title')}
        more={t('settings.security.copies.lead', { copies: formatList(useCounts(copies)) })}
      >
        <Button variant="soft" isDisabled={!isReachable(copies)} onPress={() => setOpen(true)}>
          {t('settings.security.copies.remove')}
        </Button>
      </SettingRow>
      {isOpen && <RemoveCopies copies={copies} onClose={() => setOpen(false)} />}
    </>
  );
};

/** Calls `onLost` when something that was there is gone and has taken the focus with it. */
const useLostFocus = (isThere: boolean, onLost: () => void): void => {
  const wasThere = useRef(false);
  const giveBack = useEffectEvent(onLost);
  useEffect(() => {
    const { activeElement, body } = document;
    if (wasThere.current && !isThere && (activeElement === null || activeElement === body)) giveBack();
    wasThere.current = isThere;
  }, [isThere]);
};

type SettingProps = {
  /** Takes the focus when there is nothing left and the row goes. */
  readonly onLostFocus: () => void;
};

/** What still lies under an earlier key, and the way to remove it for good; nothing where there is none. */
export const EarlierCopiesSetting = ({ onLostFocus }: SettingProps) => {
  const { data: copies = null } = useCallQuery('vault.earlierCopies', {}, { alwaysAsks: true });
  useLostFocus(copies !== null, onLostFocus);
  return copies === null ? null : <Row copies={copies} />;
};
