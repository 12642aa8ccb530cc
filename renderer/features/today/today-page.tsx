import { useTranslation } from 'react-i18next';
import { minuteOfDay } from '#core/local-date';
import { formatDayLong } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { systemZone, useToday } from '#lib/today';
import { Card } from '#ui/card';
import { PageTitle } from '#ui/page';
import { CheckInCard } from './check-in-card';
import { CheckInsCard } from './check-ins-card';
import { CleanTimeCard } from './clean-time-card';
import { GoalsTodayCard } from './goals-today-card';
import { partOfDay } from './greeting';
import { LastBackup } from './last-backup';
import { TodayNotices } from './notices';
import css from './today-page.module.css';
import { WriteCard } from './write-card';

const useGreeting = (): string => {
  const { t } = useTranslation();
  const { data: profile } = useCallQuery('profile.get', {});
  const greeting = t(`today.greeting.${partOfDay(minuteOfDay(Date.now(), systemZone()))}`);
  const name = profile?.name.trim() ?? '';
  return name === '' ? t('today.greeting.plain', { greeting }) : t('today.greeting.named', { greeting, name });
};

const ReasonsCard = () => {
  const { t } = useTranslation();
  const { data: profile } = useCallQuery('profile.get', {});
  const reason = profile?.reason.trim() ?? '';
  if (reason === '') return null;
  return (
    <Card title={t('today.reasons.title')}>
      <p className={css.reason} dir="auto">
        {t('today.reasons.quote', { reason })}
      </p>
    </Card>
  );
};

/** The day as it is: a check-in, a page to write, days free, what is due. */
export const TodayPage = () => {
  const today = useToday();
  const greeting = useGreeting();
  return (
    <div className={css.scroll}>
      <div className={css.columns}>
        <div className={css.column}>
          <header>
            <div className={css.small}>{formatDayLong(today)}</div>
            <PageTitle>{greeting}</PageTitle>
          </header>
          <TodayNotices />
          <CheckInCard />
          <WriteCard />
          <CheckInsCard />
        </div>
        <div className={css.side}>
          <CleanTimeCard />
          <GoalsTodayCard />
          <ReasonsCard />
          <LastBackup />
        </div>
      </div>
    </div>
  );
};
