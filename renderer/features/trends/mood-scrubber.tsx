import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayTip } from './day-tip';
import type { Mark } from './marks';
import css from './mood-chart.module.css';
import type { MeanWindow, TrendDay } from './mood-history';
import { depthOf, plotRem } from './plot';
import { dayWords } from './words';

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -30,
  PageUp: 30,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

type Props = {
  readonly days: readonly TrendDay[];
  readonly window: MeanWindow;
  readonly marks: readonly Mark[];
};

/**
 * Lies over the plot and tells of one day at a time: the one under the pointer, or the one the arrow keys have come to.
 * To a screen reader it is a slider whose values are days.
 */
export const MoodScrubber = ({ days, window, marks }: Props) => {
  const { t } = useTranslation();
  const [place, setPlace] = useState(days.length - 1);
  const [hovered, setHovered] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  const clamp = (wanted: number): number => Math.min(days.length - 1, Math.max(0, wanted));
  const placeUnder = ({ currentTarget, clientX }: PointerEvent): number => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return clamp(Math.floor(((clientX - left) / width) * days.length));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setOpen(false);
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    setHovered(null);
    setOpen(true);
    setPlace(clamp(place + step));
  };
  const reached = days[place];
  const at = hovered ?? (open ? place : null);
  const shown = at === null ? undefined : days[at];
  const share = ((at ?? 0) + 0.5) / days.length;
  return (
    <div
      className={css.scrubber}
      style={{
        left: `${plotRem.left}rem`,
        right: `${plotRem.right}rem`,
        top: `${plotRem.top}rem`,
        bottom: `${plotRem.bottom}rem`,
      }}
      role="slider"
      tabIndex={0}
      aria-label={t('trends.mood.day')}
      aria-valuemin={1}
      aria-valuemax={days.length}
      aria-valuenow={place + 1}
      aria-valuetext={reached && dayWords(t, reached, { window, marks }).join('. ')}
      onKeyDown={press}
      onFocus={({ currentTarget }) => setOpen(currentTarget.matches(':focus-visible'))}
      onBlur={() => setOpen(false)}
      onPointerMove={(event) => setHovered(placeUnder(event))}
      onPointerLeave={() => setHovered(null)}
      onPointerDown={(event) => setPlace(placeUnder(event))}
    >
      {shown !== undefined && (
        <>
          <span className={css.cursor} style={{ left: `${share * 100}%` }} />
          {shown.mood !== null && (
            <span className={css.ring} style={{ left: `${share * 100}%`, top: `${depthOf(shown.mood) * 100}%` }} />
          )}
          <DayTip
            mood={shown.mood}
            words={dayWords(t, shown, { window, marks })}
            share={share}
            bottom="calc(100% + 0.25rem)"
          />
        </>
      )}
    </div>
  );
};
