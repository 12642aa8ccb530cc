import { useTranslation } from 'react-i18next';
import { haltStates } from '#core/check-in';
import type { Mood } from '#core/feeling';
import { ChipGroup } from '#ui/chip-group';
import { FeelingsField } from '#ui/feelings-field';
import { MoodPicker } from '#ui/mood-picker';
import { Slider } from '#ui/slider';
import { TextArea } from '#ui/text-field';
import css from './check-in.module.css';
import type { Answers } from './check-in-answers';
import { SleepField } from './sleep-field';

const LONGEST_NOTE = 20_000;

type Props = { readonly answers: Answers; readonly onChange: (answers: Partial<Answers>) => void };

/** What is asked first. */
export const FirstFields = ({ answers, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <>
      <MoodPicker label={t('mood.label')} value={answers.mood as Mood | null} onChange={(mood) => onChange({ mood })} />
      <Slider
        label={t('today.checkIn.craving')}
        tone="craving"
        value={answers.craving}
        onChange={(craving) => onChange({ craving })}
      />
      <FeelingsField selected={answers.feelings} onChange={(feelings) => onChange({ feelings })} />
      <ChipGroup
        label={t('today.checkIn.halt')}
        options={haltStates.map((state) => ({ id: state, label: t(`halt.${state}`) }))}
        selected={answers.halt}
        onChange={(halt) => onChange({ halt: haltStates.filter((state) => halt.includes(state)) })}
      />
    </>
  );
};

/** What is asked of those who want to say more. */
export const MoreFields = ({ answers, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <>
      <SleepField minutes={answers.sleepMinutes} onChange={(sleepMinutes) => onChange({ sleepMinutes })} />
      <Slider label={t('today.checkIn.energy')} value={answers.energy} onChange={(energy) => onChange({ energy })} />
      <Slider
        label={t('today.checkIn.confidence')}
        ends={[t('today.checkIn.confidenceEnds.low'), t('today.checkIn.confidenceEnds.high')]}
        value={answers.confidence}
        onChange={(confidence) => onChange({ confidence })}
      />
      <div className={css.row}>
        <span className={css.label} aria-hidden>
          {t('today.checkIn.note')}
        </span>
        <TextArea
          label={t('today.checkIn.note')}
          hideLabel
          page
          rows={2}
          value={answers.note}
          maxLength={LONGEST_NOTE}
          onChange={(note) => onChange({ note })}
        />
      </div>
    </>
  );
};
