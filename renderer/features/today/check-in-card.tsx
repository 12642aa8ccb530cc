import { Check, ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useId, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { hasAnswer } from '#core/check-in';
import type { ErrorCode } from '#core/errors';
import { announce } from '#lib/announce';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { formatMoment, formatMomentInSentence } from '#lib/format';
import { useIntent } from '#lib/intents';
import { showToast } from '#lib/toasts';
import { systemZone } from '#lib/today';
import { useShown } from '#lib/use-shown';
import { useTakenUp } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { ErrorState } from '#ui/error-state';
import { Kbd } from '#ui/kbd';
import css from './check-in.module.css';
import { changeDraft, type Draft, dateDraft, draftStore, dropDraft, resumeDraft, saveDraft } from './check-in-draft';
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
      <p className={css.saved}>
        <Check className={css.icon} aria-hidden />
        {outcome.text}
      </p>
    );
  }
  if (outcome.type === 'empty' || outcome.type === 'ahead') {
    return <p className={css.outcome}>{t(`today.checkIn.${outcome.type}`)}</p>;
  }
  return null;
};

type Saving = ReturnType<typeof useSaving>;

type ActionsProps = { readonly saving: Saving; readonly canClear: boolean; readonly onCleared: () => void };

const Actions = ({ saving, canClear, onCleared }: ActionsProps) => {
  const { t } = useTranslation();
  const clear = (): void => {
    const bringBack = dropDraft();
    onCleared();
    showToast({ text: t('today.checkIn.cleared'), action: { label: t('ui.undo'), run: bringBack } });
  };
  return (
    <div className={css.actions}>
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

type MoreProps = {
  readonly draft: Draft;
  readonly onChange: typeof changeDraft;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** What stands at the end of the last line. */
  readonly end: ReactNode;
};

/** What not everybody wants to be asked, folded: sleep, energy, confidence, a note, an earlier time. */
const More = ({ draft, onChange, isOpen, onOpen, end }: MoreProps) => {
  const { t } = useTranslation();
  // Folded again it is hidden, not gone: a number that does not fit still has to be put right.
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  const id = useId();
  const when = draft.at === null ? [] : [formatMoment({ at: draft.at, zone: systemZone() })];
  const folded = [...when, ...saidFolded(draft.answers)];
  return (
    <div className={css.bottom}>
      <div className={css.fold}>
        <Button
          variant="quiet"
          icon={isOpen ? ChevronUp : ChevronDown}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onPress={() => onOpen(!isOpen)}
        >
          {isOpen || folded.length === 0 ? t('today.checkIn.more') : folded.join(' · ')}
        </Button>
      </div>
      {wasOpen && (
        <div id={id} className={css.more} hidden={!isOpen}>
          <MoreFields answers={draft.answers} onChange={onChange} />
          <WhenField at={draft.at} onChange={dateDraft} />
        </div>
      )}
      {end}
    </div>
  );
};

/** A look at oneself in under a minute. Half-filled it waits, on whatever page the person is. */
export const CheckInCard = () => {
  const { t } = useTranslation();
  const draft = useSyncExternalStore(draftStore.subscribe, draftStore.read);
  const saving = useSaving();
  const problems = useFieldProblems();
  const [isOpen, setOpen] = useState(false);
  /** How often the form was cleared: each time its fields begin anew, with what does not fit in them. */
  const [clearings, setClearings] = useState(0);
  const submit = (): void => {
    // What is wrong may lie folded.
    if (problems.first() !== null) flushSync(() => setOpen(true));
    if (problems.allRight()) void saving.save();
  };
  const form = useRef<HTMLFormElement>(null);
  useIntent('check-in', () => {
    const answer = form.current?.querySelector<HTMLElement>('input:checked');
    (answer ?? form.current?.querySelector<HTMLElement>('input'))?.focus();
    form.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
  });
  const { place, show } = useShown();
  useTakenUp('check-in', (left) =>
    show(() => {
      resumeDraft(left);
      setClearings(clearings + 1);
      setOpen(saidFolded(left.content.answers).length > 0);
    }),
  );
  const change: typeof changeDraft = (answers) => {
    if (saving.outcome.type !== 'none') saving.forget();
    changeDraft(answers);
  };
  return (
    <Card
      title={t('today.checkIn.title')}
      aside={
        <>
          {t('today.checkIn.aside')} <Kbd>{t('shortcuts.keys.checkIn')}</Kbd>
        </>
      }
    >
      <div ref={place}>
        <CheckInForm label={t('today.checkIn.title')} formRef={form} onSubmit={submit}>
          <FieldProblems value={problems}>
            <FirstFields key={`first-${clearings}`} answers={draft.answers} onChange={change} />
            {saving.outcome.type === 'failed' && <ErrorState code={saving.outcome.code} />}
            <OutcomeText outcome={saving.outcome} />
            <More
              key={`more-${clearings}`}
              draft={draft}
              onChange={change}
              isOpen={isOpen}
              onOpen={setOpen}
              end={
                <Actions
                  saving={saving}
                  canClear={hasAnswer(draft.answers)}
                  onCleared={() => setClearings(clearings + 1)}
                />
              }
            />
          </FieldProblems>
        </CheckInForm>
      </div>
    </Card>
  );
};
