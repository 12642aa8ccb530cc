import { useTranslation } from 'react-i18next';
import { type Country, countries } from '#core/settings';
import { Button } from '#ui/button';
import { Select } from '#ui/select';
import css from './emergency.module.css';

type Props = {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** Null where nobody knows. */
  readonly country: Country | null;
  readonly onChoose: (country: Country) => void;
};

/** Whose numbers are shown. */
export const CountrySelect = ({ country, onChoose, ...labels }: Props) => {
  const { t } = useTranslation();
  const options = countries.map((id) => ({ id, label: t(`emergency.countries.${id}`) }));
  const placeholder = t('emergency.unknown.choose');
  return <Select {...labels} options={options} value={country} placeholder={placeholder} onChange={onChoose} />;
};

type QuestionProps = Pick<Props, 'onChoose'> & { readonly onOwnNumbers: (() => void) | null };

/** Stands where a number would stand if anybody had told Ebb one. */
export const CountryQuestion = ({ onChoose, onOwnNumbers }: QuestionProps) => {
  const { t } = useTranslation();
  return (
    <div className={css.question}>
      <p>{t('emergency.unknown.words')}</p>
      <div className={css.questionField}>
        <CountrySelect label={t('emergency.unknown.country')} country={null} onChoose={onChoose} />
      </div>
      {onOwnNumbers === null ? (
        <p>{t('emergency.unknown.laterOwn')}</p>
      ) : (
        <p className={css.notListed}>
          {t('emergency.unknown.notListed')}
          <Button variant="ghost" onPress={onOwnNumbers}>
            {t('emergency.unknown.toOwn')}
          </Button>
        </p>
      )}
    </div>
  );
};
