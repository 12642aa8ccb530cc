import clsx from 'clsx';
import { type ReactNode, useEffect, useRef } from 'react';
import css from './page.module.css';

type Props = {
  readonly title: string;
  /** A small line above the title. */
  readonly kicker?: ReactNode;
  /** On the right of the title. */
  readonly actions?: ReactNode;
  /** `reading` is one column of 660 px, `wide` takes the width there is. */
  readonly width?: 'reading' | 'wide';
  readonly children: ReactNode;
};

/** The one h1 of a view. When the view opens it takes the focus, so that keys and screen readers start there. */
export const PageTitle = ({ children }: { readonly children: string }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const main = heading.current?.closest('main');
    // Something on the page may have asked for the focus already.
    if (main?.contains(document.activeElement) !== true) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
};

/** A scrolling view with its title. Inside it, `@container page (width < 40rem)` asks for the room there is. */
export const Page = ({ title, kicker, actions, width = 'wide', children }: Props) => (
  <div className={css.scroll}>
    <div className={clsx(css.page, css[width])}>
      <header className={css.header}>
        <div className={css.titles}>
          {kicker !== undefined && <div className={css.kicker}>{kicker}</div>}
          <PageTitle>{title}</PageTitle>
        </div>
        {actions !== undefined && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  </div>
);
