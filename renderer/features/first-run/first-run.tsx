import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { useSingleCommand } from '#lib/query-client';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { NewPassphrase } from '#ui/new-passphrase';
import { QuietScreen } from '#ui/quiet-screen';
import { RecoveryKey } from '#ui/recovery-key';
import { Questions } from './questions';
import { StepMarks } from './step-marks';
import { Welcome } from './welcome';

type Props = {
  readonly onDone: () => void;
  /** Back to the lock screen, where there is a journal already. */
  readonly onCancel: (() => void) | undefined;
  readonly onRestore: () => void;
  readonly onElsewhere: () => void;
};

/** From nothing to an open journal: what this is, a passphrase, a recovery key, and questions one may skip. */
export const FirstRun = ({ onDone, onCancel, onRestore, onElsewhere }: Props) => {
  const { t } = useTranslation();
  const [step, setStep] = useState<'welcome' | 'passphrase' | 'questions'>('welcome');
  const [offer, setOffer] = useState<RecoveryKeyOffer | null>(null);
  const create = useSingleCommand('vault.create');
  const sample = useSingleCommand('vault.openSample');

  if (step === 'questions') return <Questions onDone={onDone} />;
  if (offer !== null) {
    return (
      <QuietScreen key="key" kicker={<StepMarks step={3} />} title={t('recoveryKey.title')} width="medium">
        <RecoveryKey offer={offer} onDone={() => setStep('questions')} />
      </QuietScreen>
    );
  }
  if (step === 'passphrase') {
    const make = (passphrase: string): void => create.mutate({ passphrase }, { onSuccess: setOffer });
    return (
      <QuietScreen
        key="passphrase"
        kicker={<StepMarks step={2} />}
        title={t('firstRun.passphrase.title')}
        lead={t('firstRun.passphrase.lead')}
      >
        <NewPassphrase
          autoFocus
          submitLabel={t(create.isPending ? 'firstRun.passphrase.creating' : 'firstRun.passphrase.create')}
          isPending={create.isPending}
          onSubmit={make}
        />
        {create.error !== null && <ErrorState code={create.error.code} />}
        <Button variant="quiet" isDisabled={create.isPending} onPress={() => setStep('welcome')}>
          {t('ui.back')}
        </Button>
      </QuietScreen>
    );
  }
  return (
    <Welcome
      onBegin={() => setStep('passphrase')}
      onSample={() => sample.mutate({}, { onSuccess: onDone })}
      isOpeningSample={sample.isPending}
      error={sample.error}
      onRestore={onRestore}
      onElsewhere={onElsewhere}
      onCancel={onCancel}
    />
  );
};
