import { Hatch } from '#ui/hatch';
import { MoodDot } from '#ui/mood-dot';
import css from './day-tip.module.css';
import { nearestMood } from './mood-history';

type Props = {
  readonly mood: number | null;
  /** The first is its heading. */
  readonly words: readonly string[];
  /** Where it points to, as a share (0 to 1) of the width of what it stands over: it never leaves it. */
  readonly share: number;
  /** The height it stands on, as CSS. */
  readonly bottom: string;
};

/** What a chart knows of one day, over the day. Screen readers have it from the day itself. */
export const DayTip = ({ mood, words: [heading, ...rest], share, bottom }: Props) => (
  <div
    className={css.tip}
    aria-hidden
    style={{ left: `${share * 100}%`, bottom, transform: `translateX(${-share * 100}%)` }}
  >
    <p className={css.heading}>
      {mood === null ? <Hatch /> : <MoodDot mood={nearestMood(mood)} />}
      {heading}
    </p>
    {rest.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </div>
);
