import clsx from 'clsx';
import { LifeBuoy } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components/Link';
import { useTranslation } from 'react-i18next';
import { Logo } from './logo';
import { PageTitle } from './page';
import css from './quiet-screen.module.css';

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Above the title, such as which step this is. */
  readonly kicker?: ReactNode;
  /** Small print at the bottom right. */
  readonly note?: ReactNode;
  readonly width?: 'narrow' | 'medium';
  readonly children: ReactNode;
};

/** A screen of its own, before or beside the journal: one thing in the middle, help always at the bottom left. */
export const QuietScreen = ({ title, lead, kicker, note, width = 'narrow', children }: Props) => {
  const { t } = useTranslation();
  return (
    <div className={css.screen}>
      <main className={css.scroll}>
        <div className={clsx(css.middle, css[width])}>
          <div className={css.head}>
            <Logo size="large" />
            {kicker}
            <PageTitle>{title}</PageTitle>
            {lead !== undefined && <p className={css.lead}>{lead}</p>}
          </div>
          {children}
        </div>
      </main>
      <footer className={css.foot}>
        <Link href="/emergency" className={css.help}>
          <LifeBuoy className={css.icon} strokeWidth={1.75} aria-hidden />
          {t('lock.emergency')}
        </Link>
        {note !== undefined && <p className={css.note}>{note}</p>}
      </footer>
    </div>
  );
};

/** The way on and the way back of a long quiet screen: they stand last, and stay in sight while what is above them scrolls. */
export const StayingActions = ({ children }: { readonly children: ReactNode }) => (
  <div className={css.actions}>{children}</div>
);
