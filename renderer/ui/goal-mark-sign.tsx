import clsx from 'clsx';
import type { DayState } from '#core/goal-days';
import css from './goal-mark-sign.module.css';

type Props = { readonly state: DayState; readonly size?: 'small' | 'large' | 'cell' };

/** What a day is for a goal, told apart by shape as well as colour; the word has to stand beside it or be its hidden name. */
export const GoalMarkSign = ({ state, size = 'small' }: Props) => (
  <span className={clsx(css.sign, css[size], css[state])} aria-hidden />
);
