import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOwnNumber } from '#core/own-number';
import type { DeviceSettings } from '#core/settings';
import { useIntent } from '#lib/intents';
import { command, useCommand } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { useDraft } from '#lib/use-draft';
import { useShown } from '#lib/use-shown';
import { type DraftOf, useTakenUp } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { TextField } from '#ui/text-field';
import css from './settings.module.css';

const names = ['ownEmergencyNumber', 'ownCrisisLine'] as const;
type Name = (typeof names)[number];
type Numbers = Pick<DeviceSettings, Name>;

const focusField = (form: HTMLFormElement | null, name: Name): void =>
  form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus();

/** Both numbers as they would be stored; null where one is none. */
const readBoth = (typed: Numbers): Numbers | null => {
  const ownEmergencyNumber = readOwnNumber(typed.ownEmergencyNumber);
  const ownCrisisLine = readOwnNumber(typed.ownCrisisLine);
  return ownEmergencyNumber === null || ownCrisisLine === null ? null : { ownEmergencyNumber, ownCrisisLine };
};

/** Numbers that were typed and not sent are saved when the person leaves the page, and before the journal locks; what is no number waits. */
const useKept = (saved: Numbers, typed: Numbers, resumed: DraftOf<'own-numbers'> | null) => {
  const { t } = useTranslation();
  const numbers = readBoth(typed);
  const isSaved = (told: Numbers | null): boolean => told !== null && names.every((name) => told[name] === saved[name]);
  return useDraft({
    content: isSaved(typed) || isSaved(numbers) ? null : { form: 'own-numbers', typed },
    resumed,
    saveOnLocking: async () => numbers !== null && (await command('device.save', numbers)).ok,
    saveOnLeaving: async () => {
      if (numbers === null) return false;
      const result = await command('device.save', numbers);
      if (result.ok) showToast({ text: t('settings.help.savedOnLeaving') });
      else tellFailure(result.error.code);
      return result.ok;
    },
  });
};

type Props = { readonly saved: Numbers; readonly resumed: DraftOf<'own-numbers'> | null };

const Form = ({ saved, resumed }: Props) => {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Numbers>({
    ownEmergencyNumber: saved.ownEmergencyNumber,
    ownCrisisLine: saved.ownCrisisLine,
    ...resumed?.content.typed,
  });
  const [wrong, setWrong] = useState<readonly Name[]>([]);
  const save = useCommand('device.save');
  const kept = useKept(saved, typed, resumed);
  useEffect(() => {
    // The words below the field, not only the field, in large text and a small window, too.
    if (wrong.length > 0) form.current?.scrollIntoView({ block: 'nearest' });
  }, [wrong]);
  useIntent('own-numbers', () => focusField(form.current, 'ownEmergencyNumber'));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const numbers = readBoth(typed);
    const found = names.filter((name) => readOwnNumber(typed[name]) === null);
    setWrong(found);
    if (found[0] !== undefined) focusField(form.current, found[0]);
    if (numbers === null) return;
    setTyped(numbers);
    // The numbers lie outside the journal, and their draft in it: they cannot be written as one.
    const onSuccess = (): void => {
      void kept.drop();
      showToast({ text: t('ui.saved') });
    };
    save.mutate(numbers, { onSuccess });
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

/** The person's own emergency number and crisis line, to be shown before Ebb's. */
export const OwnNumbersForm = ({ saved }: Pick<Props, 'saved'>) => {
  const [resumed, setResumed] = useState<DraftOf<'own-numbers'> | null>(null);
  const { place, show } = useShown();
  useTakenUp('own-numbers', (left) => show(() => setResumed(left)));
  return (
    <div ref={place}>
      <Form key={resumed?.id} saved={saved} resumed={resumed} />
    </div>
  );
};
