import clsx from 'clsx';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { dayNumber } from '#core/local-date';
import { HatchPattern } from '#ui/hatch';
import { dotPaths, linePath, type Scales, stretchesWhere, stretchPath } from './chart-shapes';
import type { PlacedMark } from './marks';
import css from './mood-chart.module.css';
import type { MeanWindow, TrendDay } from './mood-history';
import { markWord } from './words';

const moods = [1, 2, 3, 4, 5] as const;

/** The chart's own scales, once it has them. */
const useScales = (): Scales | null => {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (x === undefined || y === undefined) return null;
  return { x: (at) => x(at) ?? 0, y: (mood) => y(mood) ?? 0 };
};

type DaysProps = { readonly days: readonly TrendDay[] };

/** Every recorded day, as one path for each mood. */
export const DayDots = ({ days, radius }: DaysProps & { readonly radius: number }) => {
  const scales = useScales();
  if (scales === null) return null;
  const paths = dotPaths(days, scales);
  return (
    <g className={css.dots}>
      {moods.map((mood) => (
        <g key={mood}>
          <path d={paths[mood]} className={css.edge} strokeWidth={2 * radius} />
          <path d={paths[mood]} className={css[`mood${mood}`]} strokeWidth={2 * radius - 1} />
        </g>
      ))}
    </g>
  );
};

/** The line twice: once in the colour of the paper, so that it stands out from the dots it crosses. */
export const MeanLine = ({ days, window }: DaysProps & { readonly window: MeanWindow }) => {
  const scales = useScales();
  if (scales === null) return null;
  const path = linePath(days, window, scales);
  return (
    <>
      <path d={path} className={css.halo} />
      <path d={path} className={css.line} />
    </>
  );
};

/** A hatched strip under the days without a record. */
export const NotRecorded = ({ days, rem }: DaysProps & { readonly rem: number }) => {
  const id = useId();
  const scales = useScales();
  const plot = usePlotArea();
  const first = days[0];
  if (scales === null || plot === undefined || first === undefined) return null;
  const start = dayNumber(first.day);
  const bottom = plot.y + plot.height;
  const d = stretchPath(
    stretchesWhere(days, ({ mood }) => mood === null),
    { x: (place) => scales.x(start + place - 0.5), top: bottom - 0.625 * rem, bottom },
  );
  return (
    <>
      <defs>
        <HatchPattern id={id} />
      </defs>
      <path d={d} className={css.gap} />
      <path d={d} fill={`url(#${id})`} />
    </>
  );
};

/** Quiet verticals for milestones and for the ends of runs, named at their head. */
export const MarkLines = ({ marks, rem }: { readonly marks: readonly PlacedMark[]; readonly rem: number }) => {
  const { t } = useTranslation();
  const plot = usePlotArea();
  if (plot === undefined) return null;
  const top = plot.y - 0.75 * rem;
  return marks.map(({ mark, x, label }) => {
    const at = Math.round(plot.x + x) + 0.5;
    const word = markWord(t, mark);
    return (
      <g key={`${mark.day} ${word}`} className={clsx(css.mark, mark.kind === 'milestone' ? css.milestone : css.end)}>
        <path d={`M${at} ${top}V${plot.y + plot.height}`} />
        {label !== 'none' && (
          <text
            x={label === 'after' ? at + 4 : at - 4}
            y={plot.y - 0.375 * rem}
            textAnchor={label === 'after' ? 'start' : 'end'}
          >
            {word}
          </text>
        )}
      </g>
    );
  });
};
