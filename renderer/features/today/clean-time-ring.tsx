import css from './clean-time.module.css';

type Props = {
  /** 0 to 1: how much of the way to the next milestone is behind. */
  readonly share: number;
  /** In the middle, large and small. */
  readonly large: string;
  readonly small: string;
};

const RADIUS = 64;

/** A ring that fills on the way to the next milestone. The words around it say the same. */
export const CleanTimeRing = ({ share, large, small }: Props) => (
  <div className={css.ring}>
    <svg className={css.circle} viewBox="0 0 150 150" aria-hidden="true">
      <circle className={css.track} cx="75" cy="75" r={RADIUS} />
      {share > 0 && (
        <circle
          className={css.way}
          cx="75"
          cy="75"
          r={RADIUS}
          pathLength={100}
          strokeDasharray={`${share * 100} 100`}
          transform="rotate(-90 75 75)"
        />
      )}
    </svg>
    <p className={css.count}>
      <span className={/\d/.test(large) ? css.number : css.word}>{large}</span>
      <span className={css.small}>{small}</span>
    </p>
  </div>
);
