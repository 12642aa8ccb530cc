import { HeartHandshake, KeyRound, Laptop, Package } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '#lib/client';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { QuietScreen } from '#ui/quiet-screen';
import css from './first-run.module.css';
import { StepMarks } from './step-marks';

type Props = {
  readonly onBegin: () => void;
  readonly onSample: () => void;
  readonly isOpeningSample: boolean;
  readonly error: CallError | null;
  readonly onRestore: () => void;
  readonly onElsewhere: () => void;
  readonly onCancel: (() => void) | undefined;
};

const does = [
  ['stays', Laptop],
  ['leave', Package],
] as const;
const cannot = [
  ['treatment', HeartHandshake],
  ['reset', KeyRound],
] as const;

/** What Ebb is and what it cannot do, before anything is asked. */
export const Welcome = ({ onBegin, onSample, isOpeningSample, error, onRestore, onElsewhere, onCancel }: Props) => {
  const { t } = useTranslation();
  const list = (items: typeof does | typeof cannot) => (
    <ul className={css.points}>
      {items.map(([key, Icon]) => (
        <li key={key} className={css.point}>
          <Icon className={css.icon} aria-hidden />
          {t(`firstRun.welcome.${key}`)}
        </li>
      ))}
    </ul>
  );
  return (
    <QuietScreen
      kicker={<StepMarks step={1} />}
      title={t('firstRun.welcome.title')}
      lead={t('firstRun.welcome.lead')}
      width="medium"
    >
      <div className={css.columns}>
        <section>
          <h2 className={css.heading}>{t('firstRun.welcome.canTitle')}</h2>
          {list(does)}
        </section>
        <section>
          <h2 className={css.heading}>{t('firstRun.welcome.cannotTitle')}</h2>
          {list(cannot)}
        </section>
      </div>
      {error !== null && <ErrorState code={error.code} />}
      <Button wide onPress={onBegin}>
        {t('firstRun.welcome.begin')}
      </Button>
      <Button variant="soft" wide isPending={isOpeningSample} onPress={onSample}>
        {t('firstRun.welcome.sample')}
      </Button>
      <p className={css.hint}>{t('firstRun.welcome.sampleHint')}</p>
      <div className={css.ends}>
        <Button variant="quiet" onPress={onElsewhere}>
          {t('firstRun.welcome.backup')}
        </Button>
        <Button variant="quiet" onPress={onRestore}>
          {t('firstRun.welcome.restore')}
        </Button>
        {onCancel !== undefined && (
          <Button variant="quiet" onPress={onCancel}>
            {t('firstRun.cancel')}
          </Button>
        )}
      </div>
    </QuietScreen>
  );
};
