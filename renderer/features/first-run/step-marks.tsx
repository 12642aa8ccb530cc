import { useTranslation } from 'react-i18next';
import css from './first-run.module.css';

const STEPS = [1, 2, 3] as const;

/** Which of the three steps this is, as marks and in words. */
export const StepMarks = ({ step }: { readonly step: 1 | 2 | 3 }) => {
  const { t } = useTranslation();
  return (
    <div className={css.steps}>
      <div className={css.marks} aria-hidden>
        {STEPS.map((mark) => (
          <span key={mark} className={css.mark} data-on={mark <= step ? '' : undefined} />
        ))}
      </div>
      <span className={css.stepText}>{t('ui.step', { step, steps: STEPS.length })}</span>
    </div>
  );
};
