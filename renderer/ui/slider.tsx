import clsx from 'clsx';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#lib/announce';
import { useFieldProblem } from '#lib/field-problems';
import { formatNumber } from '#lib/format';
import fieldCss from './field.module.css';
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

type TypedOptions = Pick<Props, 'value' | 'onChange'> & { readonly max: number; readonly focus: () => void };

/** What is typed into the box: what is no number of the scale stays there, and the answer stays what it was. */
const useTyped = ({ value, onChange, max, focus }: TypedOptions) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<{ readonly over: number | null; readonly text: string } | null>(null);
  /** What stood here before typing began: on its way to 15 a number is 1 for a moment. */
  const before = useRef(value);
  const outside = typed !== null && typed.over === value ? typed.text : null;
  const wrong = outside === null ? null : t('ui.number.outside', { min: formatNumber(0), max: formatNumber(max) });
  useFieldProblem(wrong, focus);
  useEffect(() => {
    if (wrong !== null) announce(wrong);
  }, [wrong]);
  const take = (next: number | null): void => {
    setTyped(null);
    onChange(next);
  };
  const onTyped = (text: string): void => {
    const isOutside = text !== '' && !(/^\d+$/.test(text) && Number(text) <= max);
    // Emptied, it is the answer that was taken back.
    if (text === '') before.current = null;
    setTyped(isOutside ? { over: before.current, text: text.slice(0, 6) } : null);
    if (isOutside) onChange(before.current);
    else onChange(text === '' ? null : Number(text));
  };
  const onFocus = (): void => {
    before.current = value;
  };
  return { outside, wrong, take, onTyped, onFocus };
};

/** Digits pressed on the slider itself within this time make one number. */
const DIGITS_MS = 700;

/** What a key on the slider itself answers: undefined for the keys that the browser's own slider knows. */
const useKeys = (value: number | null, max: number) => {
  const last = useRef({ text: '', at: Number.NEGATIVE_INFINITY });
  return (key: string): number | null | 'beyond' | undefined => {
    if (key === 'Delete' || key === 'Backspace') return null;
    if (!/^\d$/.test(key)) return value === null ? firstSteps[key] : undefined;
    const at = performance.now();
    const text = at - last.current.at < DIGITS_MS ? last.current.text + key : key;
    last.current = { text, at };
    return Number(text) <= max ? Number(text) : 'beyond';
  };
};

/** A whole number from 0 to `max`: drag, arrows, a digit key, or typed into the box. Delete takes the answer back. */
export const Slider = ({ label, value, onChange, max = 10, tone = 'tide', ends }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const { outside, wrong, take, onTyped, onFocus } = useTyped({
    value,
    onChange,
    max,
    focus: () => box.current?.focus(),
  });
  const answerOf = useKeys(value, max);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = answerOf(event.key);
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'beyond') announce(t('ui.number.outside', { min: formatNumber(0), max: formatNumber(max) }));
    else take(next);
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
          onChange={(event) => take(event.target.valueAsNumber)}
          // A press on the place where the hidden thumb rests changes nothing, yet it is an answer.
          onPointerUp={(event) => value === null && take(event.currentTarget.valueAsNumber)}
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
          ref={box}
          value={outside ?? value ?? ''}
          placeholder="–"
          aria-label={t('ui.slider.typed', { label })}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : `${id}-wrong`}
          onChange={(event) => onTyped(event.target.value)}
          onFocus={(event) => {
            onFocus();
            event.target.select();
          }}
        />
        <span className={css.of}>{t('ui.slider.of', { max })}</span>
      </div>
      <div className={css.clear}>
        {value !== null && <IconButton small name={t('ui.clear', { label })} icon={X} onPress={() => take(null)} />}
      </div>
      {wrong !== null && (
        <p id={`${id}-wrong`} className={clsx(fieldCss.error, css.wrong)}>
          {wrong}
        </p>
      )}
    </div>
  );
};
