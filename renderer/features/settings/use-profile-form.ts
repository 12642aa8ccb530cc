import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#core/draft';
import type { Result } from '#core/result';
import type { Profile } from '#core/settings';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { useDraft } from '#lib/use-draft';
import type { DraftOf } from '#lib/waiting-drafts';

type Options<K extends keyof Profile> = {
  readonly form: 'profile' | 'people';
  readonly names: readonly K[];
  /** What was being told when the form went away. */
  readonly resumed: DraftOf<'profile' | 'people'> | null;
};

/**
 * Some of what the person told about themselves, in a form of its own: saved by its button, and also when the person
 * leaves the page with something changed and before the journal locks. Only what was changed is sent.
 */
export const useProfileForm = <K extends keyof Profile>(saved: Profile, { form, names, resumed }: Options<K>) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => ({ ...saved, ...resumed?.content.typed }) as Pick<Profile, K>);
  const [error, setError] = useState<Extract<Result<never>, { ok: false }>['error'] | null>(null);
  const saving = useOneAtATime();
  const changes = Object.fromEntries(
    names.filter((name) => typed[name] !== saved[name]).map((name) => [name, typed[name]]),
  ) as Partial<Profile>;
  const isChanged = Object.keys(changes).length > 0;
  const draft = useDraft({
    content: isChanged ? { form, typed: changes } : null,
    resumed: resumed as Draft | null,
    settled: saving.settled,
    saveOnLocking: async () => (await store()).ok,
    saveOnLeaving: async () => {
      const result = await store();
      if (result.ok) showToast({ text: t('settings.you.savedOnLeaving') });
      else tellFailure(result.error.code);
      return result.ok;
    },
  });
  const store = (): Promise<Result<Profile>> =>
    draft.store((finishes) => command('profile.save', { ...changes, finishes }));
  const save = async (): Promise<void> => {
    const result = await store();
    setError(result.ok ? null : result.error);
    if (result.ok) showToast({ text: t('ui.saved') });
  };
  return {
    typed,
    change: (next: Partial<Pick<Profile, K>>): void => setTyped({ ...typed, ...next }),
    submit: (event: FormEvent): void => {
      event.preventDefault();
      void saving.run(save);
    },
    isPending: saving.isRunning,
    error,
  };
};
