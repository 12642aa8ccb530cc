import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOwnNumber } from '#core/own-number';
import type { DeviceSettings } from '#core/settings';
import { useIntent } from '#lib/intents';
import { useCommand } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { TextField } from '#ui/text-field';
import css from './settings.module.css';

const names = ['ownEmergencyNumber', 'ownCrisisLine'] as const;
type Name = (typeof names)[number];
type Numbers = Pick<DeviceSettings, Name>;

const focusField = (form: HTMLFormElement | null, name: Name): void =>
  form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus();

/** The person's own emergency number and crisis line, to be shown before Ebb's. */
export const OwnNumbersForm = ({ saved }: { readonly saved: Numbers }) => {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Numbers>({
    ownEmergencyNumber: saved.ownEmergencyNumber,
    ownCrisisLine: saved.ownCrisisLine,
  });
  const [wrong, setWrong] = useState<readonly Name[]>([]);
  const save = useCommand('device.save');
  useEffect(() => {
    // The words below the field, not only the field, in large text and a small window, too.
    if (wrong.length > 0) form.current?.scrollIntoView({ block: 'nearest' });
  }, [wrong]);
  useIntent('own-numbers', () => focusField(form.current, 'ownEmergencyNumber'));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const ownEmergencyNumber = readOwnNumber(typed.ownEmergencyNumber);
    const ownCrisisLine = readOwnNumber(typed.ownCrisisLine);
    const found = names.filter((name) => readOwnNumber(typed[name]) === null);
    setWrong(found);
    if (found[0] !== undefined) focusField(form.current, found[0]);
    if (ownEmergencyNumber === null || ownCrisisLine === null) return;
    setTyped({ ownEmergencyNumber, ownCrisisLine });
    save.mutate({ ownEmergencyNumber, ownCrisisLine }, { onSuccess: () => showToast({ text: t('ui.saved') }) });
  };
  return (
    <form ref={form} className={css.form} onSubmit={submit}>
      <div className={css.pair}>
        {names.map((name) => (
          <TextField
            key={name}
            name={name}
            type="tel"
            label={t(`settings.help.${name}`)}
            description={t(`settings.help.${name}Hint`)}
            error={wrong.includes(name) ? t('settings.help.notANumber') : undefined}
            value={typed[name]}
            onChange={(text) => setTyped({ ...typed, [name]: text })}
            maxLength={200}
          />
        ))}
      </div>
      {save.error !== null && <ErrorState code={save.error.code} />}
      <div className={css.end}>
        <Button type="submit" variant="soft" isPending={save.isPending}>
          {t('settings.help.save')}
        </Button>
      </div>
    </form>
  );
};
