import { X } from 'lucide-react';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { Mood } from '#core/feeling';
import { IconButton } from './icon-button';
import { MoodDot } from './mood-dot';
import css from './mood-picker.module.css';
import { VisuallyHidden } from './visually-hidden';

const moods: readonly Mood[] = [1, 2, 3, 4, 5];

type Props = {
  readonly label: string;
  readonly value: Mood | null;
  readonly onChange: (mood: Mood | null) => void;
  readonly showLabel?: boolean;
};

/** Very low to very good: colour, word and position together. The answer can be taken back. */
export const MoodPicker = ({ label, value, onChange, showLabel = false }: Props) => {
  const { t } = useTranslation();
  return (
    <div className={css.picker}>
      <RadioGroup
        className={css.group}
        orientation="horizontal"
        value={value === null ? null : String(value)}
        onChange={(mood) => onChange(Number(mood) as Mood)}
      >
        <Label className={css.label}>{showLabel ? label : <VisuallyHidden>{label}</VisuallyHidden>}</Label>
        <div className={css.moods}>
          {moods.map((mood) => (
            <RadioField key={mood} value={String(mood)} className={css.field}>
              <RadioButton className={css.mood}>
                <MoodDot mood={mood} size="large" />
                {t(`mood.${mood}`)}
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </RadioGroup>
      {value !== null && <IconButton small name={t('ui.clear', { label })} icon={X} onPress={() => onChange(null)} />}
    </div>
  );
};
