import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import css from './emergency.module.css';
import type { OwnPerson } from './own-people';
import { PhoneNumber } from './phone-number';
import type { ShownNumbers } from './shown-numbers';

type Props = {
  readonly numbers: ShownNumbers;
  /** The person's own contacts; always before every line. */
  readonly people: readonly OwnPerson[];
  readonly onOwnNumbers: (() => void) | null;
};

const PersonNumber = ({ person: { name, phone } }: { readonly person: OwnPerson }) => {
  const { t } = useTranslation();
  const label = name === '' ? t('emergency.suicide.ownUnnamed') : t('emergency.suicide.own', { name });
  return <PhoneNumber label={label} numbers={[phone]} />;
};

const emergencyLabel = ({ emergency, crisisLines }: ShownNumbers): 'danger' | 'noLine' | 'noNumbers' => {
  if (crisisLines.length > 0) return 'danger';
  return emergency.length === 0 ? 'noNumbers' : 'noLine';
};

/** Whom to call instead of being alone with it. */
export const SuicideCard = ({ numbers, people, onOwnNumbers }: Props) => {
  const { t } = useTranslation();
  return (
    <Card title={t('emergency.suicide.title')}>
      <div className={css.words}>
        <p className={css.spoken}>{t('emergency.suicide.matters')}</p>
        <p>{t('emergency.suicide.callSomeone')}</p>
        {people.map((person) => (
          <PersonNumber key={`${person.name} ${person.phone}`} person={person} />
        ))}
        {numbers.crisisLines.map(({ whose, number }) => (
          <PhoneNumber
            key={whose}
            label={t(whose === 'own' ? 'emergency.suicide.ownLine' : 'emergency.suicide.line')}
            numbers={[number]}
          />
        ))}
        <PhoneNumber
          label={t(`emergency.suicide.${emergencyLabel(numbers)}`)}
          numbers={[...numbers.emergency, ...numbers.otherEmergency]}
        />
        {onOwnNumbers !== null && (
          <div className={css.toOwn}>
            <Button variant="ghost" icon={Phone} onPress={onOwnNumbers}>
              {t('emergency.ownNumbers')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
};
