import { History, Maximize2, Pin, Trash2 } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mood } from '#core/feeling';
import { dayOf } from '#core/local-date';
import { instant } from '#core/record';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { formatMomentExactly } from '#lib/format';
import { useStore } from '#lib/store';
import { showToast } from '#lib/toasts';
import { readToday, useToday } from '#lib/today';
import { useUnsavedWork } from '#lib/unsaved-work';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import { MomentField } from '#ui/moment-field';
import { MoodDot } from '#ui/mood-dot';
import { MoodPicker } from '#ui/mood-picker';
import { Popover } from '#ui/popover';
import { EarlierStates } from './earlier-states';
import css from './entry.module.css';
import { EntryFeelings } from './entry-feelings';
import type { EntrySession } from './entry-session';
import { SaveStatus } from './save-words';
import { StepButtons } from './step-buttons';
import type { Direction, Steps } from './use-steps';

type Props = { readonly session: EntrySession };

const fits = (at: number, zone: string): boolean => instant.safeParse(at).success && dayOf(at, zone) <= readToday();

/** Takes effect when it is left: half a year that is still being typed would send the entry to another century. */
const MomentForm = ({ session }: Props) => {
  const { t } = useTranslation();
  const today = useToday();
  const { at: before, zone } = session.fields.read();
  const [at, setAt] = useState(before);
  const chosen = useRef(before);
  const problems = useFieldProblems();
  const take = useEffectEvent(() => {
    const problem = problems.first();
    if (problem !== null) showToast({ text: t('journal.whenKept', { problem }) });
    else if (chosen.current !== session.fields.read().at && fits(chosen.current, zone))
      session.change({ at: chosen.current });
  });
  useEffect(() => () => take(), []);
  useUnsavedWork(async () => {
    take();
    return [];
  });
  const onChange = (next: number): void => {
    chosen.current = next;
    setAt(next);
  };
  return (
    <FieldProblems value={problems}>
      <MomentField label={t('journal.when')} at={at} zone={zone} maxDay={today} onChange={onChange} />
    </FieldProblems>
  );
};

const When = ({ session }: Props) => {
  const { t } = useTranslation();
  const fields = useStore(session.fields);
  const moment = formatMomentExactly(fields);
  return (
    <Popover
      label={t('journal.when')}
      trigger={
        <Button variant="quiet" aria-label={t('journal.change', { what: moment })}>
          {moment}
        </Button>
      }
    >
      <MomentForm session={session} />
    </Popover>
  );
};

const EntryMood = ({ session }: Props) => {
  const { t } = useTranslation();
  const mood = useStore(session.fields).mood as Mood | null;
  const word = mood === null ? t('journal.addMood') : t(`mood.${mood}`);
  const trigger = (
    <Button variant="quiet" aria-label={mood === null ? undefined : t('journal.mood', { mood: word })}>
      {mood !== null && <MoodDot mood={mood} />}
      {word}
    </Button>
  );
  return (
    <Popover label={t('mood.label')} trigger={trigger}>
      <MoodPicker label={t('mood.label')} value={mood} onChange={(next) => session.change({ mood: next })} />
    </Popover>
  );
};

/** The way to the states in which a stored entry stood before. */
const Earlier = ({ session }: Props) => {
  const { t } = useTranslation();
  const { version } = useStore(session.entry);
  const [isOpen, setOpen] = useState(false);
  if (version === null) return null;
  return (
    <>
      <IconButton name={t('journal.earlier.open')} icon={History} onPress={() => setOpen(true)} />
      {isOpen && <EarlierStates session={session} onClose={() => setOpen(false)} />}
    </>
  );
};

/** Has the entry stand above all others in the list, or among them again. */
const PinButton = ({ session }: Props) => {
  const { t } = useTranslation();
  const { pinned } = useStore(session.fields);
  return (
    <IconButton
      name={t('journal.pin')}
      icon={Pin}
      pressed={pinned}
      onPress={() => session.change({ pinned: !pinned })}
    />
  );
};

type HeadProps = Props & {
  readonly steps: Steps;
  readonly cameBy: Direction | null;
  readonly onAlone: () => void;
  readonly onBin: () => Promise<void>;
};

/** When the entry is from, its mood and feelings, how its saving stands, the ways to its neighbours and into the bin. */
export const EntryHead = ({ session, steps, cameBy, onAlone, onBin }: HeadProps) => {
  const { t } = useTranslation();
  return (
    <div className={css.head}>
      <div className={css.facts}>
        <When session={session} />
        <EntryMood session={session} />
        <EntryFeelings session={session} />
      </div>
      <div className={css.facts}>
        <SaveStatus session={session} />
        <StepButtons steps={steps} cameBy={cameBy} />
        <PinButton session={session} />
        <IconButton name={t('journal.alone.enter')} keys={t('journal.alone.keys')} icon={Maximize2} onPress={onAlone} />
        <Earlier session={session} />
        <IconButton name={t('journal.delete')} icon={Trash2} onPress={() => void onBin()} />
      </div>
    </div>
  );
};
