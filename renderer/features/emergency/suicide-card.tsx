import { useTranslation } from 'react-i18next';
import { Card } from '#ui/card';
import css from './emergency.module.css';
import { PhoneNumber } from './phone-number';
import type { ShownNumbers } from './shown-numbers';

export type OwnPerson = { readonly name: string; readonly phone: string };

type Props = {
  readonly numbers: ShownNumbers;
  /** The person's own contact; always before ours. */
  readonly person: OwnPerson | null;
};

const PersonNumber = ({ person: { name, phone } }: { readonly person: OwnPerson }) => {
  const { t } = useTranslation();
  const label = name === '' ? t('emergency.suicide.ownUnnamed') : t('emergency.suicide.own', { name });
  return <PhoneNumber label={label} numbers={[phone]} />;
};

/** Whom to call instead of being alone with it. */
export const SuicideCard = ({ numbers: { emergency, crisisLine }, person }: Props) => {
  const { t } = useTranslation();
  const label = emergency.length === 0 ? 'noNumbers' : crisisLine === null ? 'noLine' : 'danger';
  return (
    <Card title={t('emergency.suicide.title')}>
      <div className={css.words}>
        <p className={css.spoken}>{t('emergency.suicide.matters')}</p>
        <p>{t('emergency.suicide.callSomeone')}</p>
        {person !== null && <PersonNumber person={person} />}
        {crisisLine !== null && <PhoneNumber label={t('emergency.suicide.line')} numbers={[crisisLine]} />}
        <PhoneNumber label={t(`emergency.suicide.${label}`)} numbers={emergency} />
      </div>
    </Card>
  );
};
