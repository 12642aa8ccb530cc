import { FolderOpen } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#lib/client';
import { useOneAtATime } from '#lib/one-at-a-time';
import { Button } from './button';
import css from './choose-export.module.css';
import { PassphraseField } from './passphrase-field';

export type Source = { readonly ticket: string; readonly name: string; readonly passphrase: string };

type Props = {
  /** What was chosen before, when the person comes back to this step. */
  readonly source: Source | null;
  readonly onLook: (source: Source) => void;
};

/** Which file, and its own passphrase. */
export const ChooseExport = ({ source, onLook }: Props) => {
  const { t } = useTranslation();
  const [file, setFile] = useState<{ readonly ticket: string; readonly name: string } | null>(source);
  const [passphrase, setPassphrase] = useState(source?.passphrase ?? '');
  const choosing = useOneAtATime();
  const choose = async (): Promise<void> => {
    const chosen = await call('shell.chooseExportSource', {});
    if (!chosen.ok || chosen.value === null) return;
    setFile(chosen.value);
    // Another file has another passphrase.
    setPassphrase('');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file !== null && passphrase !== '') onLook({ ticket: file.ticket, name: file.name, passphrase });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      {file !== null && <p className={css.file}>{t('restore.chosen', { name: file.name })}</p>}
      <Button
        variant={file === null ? 'primary' : 'ghost'}
        wide
        icon={FolderOpen}
        onPress={() => void choosing.run(choose)}
      >
        {t(file === null ? 'restore.choose' : 'restore.chooseOther')}
      </Button>
      {file !== null && (
        <>
          <PassphraseField
            key={file.ticket}
            autoFocus
            label={t('restore.passphrase')}
            description={t('restore.passphraseHint')}
            value={passphrase}
            onChange={setPassphrase}
          />
          <Button type="submit" wide isDisabled={passphrase === ''}>
            {t('restore.look')}
          </Button>
        </>
      )}
    </form>
  );
};
