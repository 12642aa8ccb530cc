import css from './logo.module.css';

/** The brand: a wave in a circle. A picture only; the name stands beside it. */
export const Logo = ({ size = 'small' }: { readonly size?: 'small' | 'large' }) => (
  <svg className={css[size]} viewBox="0 0 26 26" aria-hidden="true">
    <circle className={css.sea} cx="13" cy="13" r="13" />
    <path className={css.wave} d="M4 15c3 0 3-3 6-3s3 3 6 3 3-3 6-3" />
  </svg>
);
