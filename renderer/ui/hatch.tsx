import css from './hatch.module.css';

/** The sign for "not recorded", in legends and in HTML cells. */
export const Hatch = () => <span className={css.hatch} aria-hidden />;

type PatternProps = { readonly id: string };

/** The same sign inside an SVG chart: `<defs><HatchPattern id="gap" /></defs>`, then `fill="url(#gap)"`. */
export const HatchPattern = ({ id }: PatternProps) => (
  <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line className={css.stroke} x1="0" y1="0" x2="0" y2="5" />
  </pattern>
);
