import type { ReactNode } from 'react';
import { Link } from 'react-aria-components/Link';
import css from './text-link.module.css';

type Props = {
  /** A route of this app, such as "/settings". */
  readonly href: string;
  readonly children: ReactNode;
};

/** Leads to another view. Nothing in Ebb leads out of it. */
export const TextLink = ({ href, children }: Props) => (
  <Link href={href} className={css.link}>
    {children}
  </Link>
);
