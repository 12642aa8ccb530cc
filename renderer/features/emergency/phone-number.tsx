import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import css from './emergency.module.css';

type Props = {
  readonly label: string;
  /** Empty where Ebb knows no emergency number. */
  readonly numbers: readonly string[];
};

/** A number to dial on a phone: large enough to read at arm's length. */
export const PhoneNumber = ({ label, numbers }: Props) => {
  const { t } = useTranslation();
  return (
    <p className={css.phone}>
      <span className={css.phoneLabel}>{label}</span>
      <span className={css.numbers}>
        {numbers.length === 0 && <strong className={css.localNumber}>{t('emergency.overdose.callLocal')}</strong>}
        {numbers.map((number, index) => (
          <Fragment key={number}>
            {index > 0 && <span className={css.or}>{t('emergency.or')}</span>}
            <strong className={css.number}>{number}</strong>
          </Fragment>
        ))}
      </span>
    </p>
  );
};
