import { Check } from 'lucide-react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { hasAnswer } from '#core/check-in';
import type { ErrorCode } from '#core/errors';
import { announce } from '#lib/announce';
import { formatMoment, formatMomentInSentence } from '#lib/format';
import { useIntent } from '#lib/intents';
import { showToast } from '#lib/toasts';
import { systemZone } from '#lib/today';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { Disclosure } from '#ui/disclosure';
import { ErrorState } from '#ui/error-state';
import { Kbd } from '#ui/kbd';
import css from './check-in.module.css';
import { changeDraft, dateDraft, draftStore, dropDraft, saveDraft } from './check-in-draft';
import { FirstFields, MoreFields } from './check-in-fields';
import { CheckInForm } from './check-in-form';
import { saidFolded } from './check-in-words';
import { WhenField } from './when-field';

/** What became of the last attempt to save. */
type Outcome =
  | { readonly type: 'none' | 'empty' | 'ahead' }
  | { readonly type: 'saved'; readonly text: string }
  | { readonly type: 'failed'; readonly code: ErrorCode };

const useSaving = () => {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>({ type: 'none' });
  const [isSaving, setSaving] = useState(false);
  const tell = (next: Outcome, words: string): void => {
    setOutcome(next);
    announce(words);
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    const now = Date.now();
    const { at } = draftStore.read();
    if (at !== null && at > now) return tell({ type: 'ahead' }, t('today.checkIn.ahead'));
    setSaving(true);
    const result = await saveDraft(now);
    setSaving(false);
    if (!result.ok) return setOutcome({ type: 'failed', code: result.error.code });
    if (result.value === null) return tell({ type: 'empty' }, t('today.checkIn.empty'));
    const text = t('today.checkIn.saved', { moment: formatMomentInSentence(result.value) });
    tell({ type: 'saved', text }, text);
  };
  return { outcome, isSaving, save, forget: () => setOutcome({ type: 'none' }) };
};

const OutcomeText = ({ outcome }: { readonly outcome: Outcome }) => {
  const { t } = useTranslation();
  if (outcome.type === 'saved') {
    return (
      <span className={css.saved}>
        <Check className={css.icon} aria-hidden />
        {outcome.text}
      </span>
    );
  }
  if (outcome.type === 'empty' || outcome.type === 'ahead') return <span>{t(`today.checkIn.${outcome.type}`)}</span>;
  return null;
};

const Footer = ({
  saving,
  canClear,
}: {
  readonly saving: ReturnType<typeof useSaving>;
  readonly canClear: boolean;
}) => {
  const { t } = useTranslation();
  const clear = (): void => {
    const bringBack = dropDraft();
    showToast({ text: t('today.checkIn.cleared'), action: { label: t('ui.undo'), run: bringBack } });
  };
  return (
    <div className={css.footer}>
      <div className={css.outcome}>
        <OutcomeText outcome={saving.outcome} />
      </div>
      {canClear && (
        <Button variant="quiet" onPress={clear}>
          {t('today.checkIn.clear')}
        </Button>
      )}
      <Button type="submit" isPending={saving.isSaving}>
        {t('today.checkIn.save')}
      </Button>
    </div>
  );
};

/** A look at oneself in under a minute. Half-filled it waits, on whatever page the person is. */
export const CheckInCard = () => {
  const { t } = useTranslation();
  const draft = useSyncExternalStore(draftStore.subscribe, draftStore.read);
  const saving = useSaving();
  const [more, setMore] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useIntent('check-in', () => {
    form.current?.querySelector<HTMLElement>('input')?.focus();
    form.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
  });
  const change: typeof changeDraft = (answers) => {
    if (saving.outcome.type !== 'none') saving.forget();
    changeDraft(answers);
  };
  const when = draft.at === null ? [] : [formatMoment({ at: draft.at, zone: systemZone() })];
  const folded = [...when, ...saidFolded(draft.answers)];
  return (
    <Card
      title={t('today.checkIn.title')}
      aside={
        <>
          {t('today.checkIn.aside')} <Kbd>{t('shortcuts.keys.checkIn')}</Kbd>
        </>
      }
    >
      <CheckInForm label={t('today.checkIn.title')} formRef={form} onSubmit={() => void saving.save()}>
        <FirstFields answers={draft.answers} onChange={change} />
        <Disclosure
          label={more || folded.length === 0 ? t('today.checkIn.more') : folded.join(' · ')}
          isOpen={more}
          onChange={setMore}
        >
          <div className={css.more}>
            <MoreFields answers={draft.answers} onChange={change} />
            <WhenField at={draft.at} onChange={dateDraft} />
          </div>
        </Disclosure>
        {saving.outcome.type === 'failed' && <ErrorState code={saving.outcome.code} />}
        <Footer saving={saving} canClear={hasAnswer(draft.answers)} />
      </CheckInForm>
    </Card>
  );
};
