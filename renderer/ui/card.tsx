import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import css from './card.module.css';

type Props = {
  /** Its heading; a card with one is a region of that name. */
  readonly title?: ReactNode;
  /** Small print on the right of the heading. */
  readonly aside?: ReactNode;
  /** `tide` for a card that speaks to the person, `help` only on the emergency card. */
  readonly tone?: 'plain' | 'tide' | 'help';
  readonly level?: 2 | 3;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A sheet of paper on the page. */
export const Card = ({ title, aside, tone = 'plain', level = 2, className, children }: Props) => {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={clsx(css.card, css[tone], className)} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className={css.head}>
          <Heading className={css.title} id={id} dir="auto">
            {title}
          </Heading>
          {aside !== undefined && <div className={css.aside}>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
};
