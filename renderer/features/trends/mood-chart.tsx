import { useTranslation } from 'react-i18next';
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts';
import { addDays, type DateRange, dayNumber, type LocalDate } from '#core/local-date';
import { firstWeekday } from '#lib/format';
import { dotRadius } from './chart-shapes';
import type { PlacedMark } from './marks';
import css from './mood-chart.module.css';
import type { MeanWindow, TrendDay } from './mood-history';
import { DayDots, MarkLines, MeanLine, NotRecorded } from './mood-layers';
import { moodDomain, plotOf, plotRem } from './plot';
import { namesYear, timeDomain, timeTicks } from './time-ticks';
import type { Size } from './use-size';
import { tickFormat } from './words';

const EPOCH = '1970-01-01' as LocalDate;
const moods = [1, 2, 3, 4, 5] as const;

type TickProps = {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly payload?: { readonly value: number };
};

/** A line of the grid is named with its word and its number. */
const MoodTick = ({ x, y, payload }: TickProps) => {
  const { t } = useTranslation();
  const mood = moods.find((each) => each === payload?.value);
  if (mood === undefined) return null;
  return (
    <text x={x} y={y} dy="0.35em" textAnchor="end" className={css.tick}>
      {t(`mood.${mood}`)} <tspan className={css.number}>{mood}</tspan>
    </text>
  );
};

/** A date under the plot. */
const TimeTick = ({ x, y, payload, write }: TickProps & { readonly write: (at: number) => string }) => (
  <text x={x} y={y} dy="0.71em" textAnchor="middle" className={css.tick}>
    {write(payload?.value ?? 0)}
  </text>
);

// Without this the grid works out lines for every day that are then not drawn.
const noVerticals = (): number[] => [];

const ticksFor = (range: DateRange, size: Size) => {
  const most = Math.max(2, Math.floor(plotOf(range, size).width / (4.25 * size.rem)));
  const ticks = timeTicks(range, { most, firstWeekday: firstWeekday() });
  const short = tickFormat(ticks.unit);
  const long = tickFormat('monthAndYear');
  return {
    places: ticks.days.map(dayNumber),
    write: (at: number): string => {
      const day = addDays(EPOCH, at);
      return namesYear(ticks, day) ? long(day) : short(day);
    },
  };
};

type Props = {
  readonly range: DateRange;
  readonly days: readonly TrendDay[];
  readonly window: MeanWindow;
  readonly marks: readonly PlacedMark[];
  readonly size: Size;
};

/** Days as dots in the colour and at the height of their mood, the moving mean as a line that is open where it is not known. */
export const MoodChart = ({ range, days, window, marks, size }: Props) => {
  const { rem, width } = size;
  const ticks = ticksFor(range, size);
  return (
    <ComposedChart
      width={width}
      height={plotRem.height * rem}
      data={timeDomain(range).map((at) => ({ at }))}
      margin={{ top: plotRem.top * rem, right: plotRem.right * rem, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} verticalCoordinatesGenerator={noVerticals} syncWithTicks stroke="var(--line)" />
      <XAxis
        type="number"
        dataKey="at"
        domain={timeDomain(range)}
        allowDataOverflow
        ticks={ticks.places}
        tick={<TimeTick write={ticks.write} />}
        interval={0}
        height={plotRem.bottom * rem}
        axisLine={false}
        tickLine={false}
        tickMargin={0.5 * rem}
      />
      <YAxis
        type="number"
        domain={[...moodDomain]}
        allowDataOverflow
        ticks={[...moods]}
        tick={<MoodTick />}
        interval={0}
        width={plotRem.left * rem}
        axisLine={false}
        tickLine={false}
        tickMargin={0.75 * rem}
      />
      <NotRecorded days={days} rem={rem} />
      <DayDots days={days} radius={(dotRadius(plotOf(range, size).pixelsPerDay / (rem / 16)) * rem) / 16} />
      <MarkLines marks={marks} rem={rem} />
      <MeanLine days={days} window={window} />
    </ComposedChart>
  );
};
