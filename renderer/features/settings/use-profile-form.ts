import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#core/settings';
import { command, useCommand } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { unsaved, useUnsavedWork } from '#lib/unsaved-work';

/**
 * Some of what the person told about themselves, in a form of its own: saved by its button, and also when the person
 * leaves the page with something changed and before the journal locks. Only what was changed is sent.
 */
export const useProfileForm = <K extends keyof Profile>(saved: Profile, names: readonly K[]) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => ({ ...saved }) as Pick<Profile, K>);
  const save = useCommand('profile.save');
  const changes = Object.fromEntries(
    names.filter((name) => typed[name] !== saved[name]).map((name) => [name, typed[name]]),
  ) as Partial<Profile>;
  const isChanged = Object.keys(changes).length > 0;
  useUnsavedWork(async () => {
    if (!isChanged) return [];
    const result = await command('profile.save', changes);
    return result.ok ? [] : [unsaved('profile.save', changes)];
  });
  const onLeave = useEffectEvent(async () => {
    if (!isChanged) return;
    const result = await command('profile.save', changes);
    if (result.ok) showToast({ text: t('settings.you.savedOnLeaving') });
    else tellFailure(result.error.code);
  });
  useEffect(() => () => void onLeave(), []);
  return {
    typed,
    change: (next: Partial<Pick<Profile, K>>): void => setTyped({ ...typed, ...next }),
    submit: (event: FormEvent): void => {
      event.preventDefault();
      save.mutate(changes, { onSuccess: () => showToast({ text: t('ui.saved') }) });
    },
    isPending: save.isPending,
    error: save.error,
  };
};
