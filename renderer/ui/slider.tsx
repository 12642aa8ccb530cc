import clsx from 'clsx';
import { X } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button';
import css from './slider.module.css';

type Props = {
  readonly label: string;
  /** null is "not answered", which is not zero. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly max?: number;
  readonly tone?: 'tide' | 'craving';
  /** What the ends mean, said by screen readers and in the tooltip-free small print below. */
  readonly ends?: readonly [string, string];
};

const firstSteps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: 0, ArrowDown: 0, Home: 0 };

/** A whole number from 0 to `max`: drag, arrows, a digit key, or typed into the box. Delete takes the answer back. */
export const Slider = ({ label, value, onChange, max = 10, tone = 'tide', ends }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    const first = value === null ? firstSteps[event.key] : undefined;
    const typed = /^\d$/.test(event.key) ? Math.min(max, Number(event.key)) : undefined;
    const next = event.key === 'Delete' || event.key === 'Backspace' ? null : (typed ?? first);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChange(next);
  };
  const onTyped = (text: string): void => {
    const number = Number.parseInt(text.replace(/\D/g, '').slice(-2), 10);
    onChange(Number.isNaN(number) ? null : Math.min(max, number));
  };
  return (
    <div className={css.slider}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <div className={css.scale}>
        <input
          id={id}
          type="range"
          className={clsx(css.range, css[tone], value === null && css.open)}
          min={0}
          max={max}
          value={value ?? 0}
          style={{ '--share': `${((value ?? 0) / max) * 100}%` } as object}
          aria-valuetext={value === null ? t('ui.slider.notAnswered') : t('ui.slider.valueOf', { value, max })}
          aria-description={ends?.join(' … ')}
          onChange={(event) => onChange(event.target.valueAsNumber)}
          // A press on the place where the hidden thumb rests changes nothing, yet it is an answer.
          onPointerUp={(event) => value === null && onChange(event.currentTarget.valueAsNumber)}
          onKeyDown={onKeyDown}
        />
        {ends !== undefined && (
          <div className={css.ends} aria-hidden>
            <span>{ends[0]}</span>
            <span>{ends[1]}</span>
          </div>
        )}
      </div>
      <div className={css.readout}>
        <input
          className={css.typed}
          inputMode="numeric"
          value={value ?? ''}
          placeholder="–"
          aria-label={t('ui.slider.typed', { label })}
          onChange={(event) => onTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <span className={css.of}>{t('ui.slider.of', { max })}</span>
      </div>
      <div className={css.clear}>
        {value !== null && <IconButton small name={t('ui.clear', { label })} icon={X} onPress={() => onChange(null)} />}
      </div>
    </div>
  );
};
