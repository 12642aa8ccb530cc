import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button';
import { GoalMarkSign } from '#ui/goal-mark-sign';
import { Popover } from '#ui/popover';
import css from './goals.module.css';

const signs = ['done', 'partly', 'skipped', 'not-recorded', 'not-due'] as const;

/** What the signs stand for, and what strength means. */
export const Legend = () => {
  const { t } = useTranslation();
  const meaning = t('goals.explain.title');
  return (
    <div className={css.legend}>
      <ul className={css.signs} aria-label={t('goals.signs')}>
        {signs.map((state) => (
          <li key={state} className={css.sign}>
            <GoalMarkSign state={state} />
            {t(`goals.states.${state}`)}
          </li>
        ))}
      </ul>
      <Popover label={meaning} trigger={<Button variant="quiet">{meaning}</Button>}>
        <div className={css.explain}>
          <p>{t('goals.explain.what')}</p>
          <p>{t('goals.explain.how')}</p>
          <p>{t('goals.explain.kind')}</p>
        </div>
      </Popover>
    </div>
  );
};
