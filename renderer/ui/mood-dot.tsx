import clsx from 'clsx';
import type { Mood } from '#core/feeling';
import css from './mood-dot.module.css';

type Props = { readonly mood: Mood | null; readonly size?: 'small' | 'large' };

/** A mood's colour, hatched for "not recorded". Colour only: the word has to stand beside it or be its hidden name. */
export const MoodDot = ({ mood, size = 'small' }: Props) => (
  <span className={clsx(css.dot, css[size], mood === null ? css.none : css[`mood${mood}`])} aria-hidden />
);
