import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#lib/client';
import { Button } from './button';
import css from './new-passphrase.module.css';
import { PassphraseField } from './passphrase-field';
import { StrengthMeter } from './strength-meter';

const SHORTEST = 8;

type Props = {
  readonly label?: string;
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly onSubmit: (passphrase: string) => void;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
};

/** A new passphrase, typed twice, with its strength and five words to take instead. */
export const NewPassphrase = (props: Props) => {
  const { label, submitLabel, isPending, onSubmit, autoFocus = false, isDisabled = false } = props;
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [suggested, setSuggested] = useState(false);
  const [tried, setTried] = useState(false);
  const short = passphrase.length < SHORTEST;
  const different = passphrase !== again;
  const suggest = async (): Promise<void> => {
    const words = await call('vault.suggestPassphrase', {});
    if (!words.ok) return;
    setPassphrase(words.value);
    setAgain('');
    setSuggested(true);
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!short && !different && !isPending) onSubmit(passphrase);
      }}
    >
      <div className={css.first}>
        <PassphraseField
          // A suggestion is there to be read.
          key={suggested ? 'shown' : 'hidden'}
          shown={suggested}
          label={label ?? t('passphrase.label')}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus={autoFocus && !suggested}
          error={tried && short ? t('passphrase.short') : undefined}
        />
        <StrengthMeter passphrase={passphrase} />
        <Button variant="soft" icon={Sparkles} onPress={() => void suggest()}>
          {t('passphrase.suggest')}
        </Button>
        {suggested && <p className={css.hint}>{t('passphrase.suggested')}</p>}
      </div>
      <PassphraseField
        label={t('passphrase.again')}
        description={t('passphrase.againHint')}
        value={again}
        onChange={setAgain}
        error={tried && different ? t('passphrase.different') : undefined}
      />
      <Button type="submit" wide isPending={isPending} isDisabled={isDisabled}>
        {submitLabel}
      </Button>
    </form>
  );
};
