import clsx from 'clsx';
import { BookOpen, ChartLine, LifeBuoy, Lock, type LucideIcon, Settings, Sun, Target } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Link } from 'react-aria-components/Link';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { lockJournal } from '#lib/lock-journal';
import { Logo } from '#ui/logo';
import { Tooltip, TooltipTrigger } from '#ui/tooltip';
import css from './rail.module.css';

type Page = {
  readonly key: 'today' | 'journal' | 'trends' | 'goals';
  readonly href: string;
  readonly icon: LucideIcon;
  readonly also?: readonly string[];
};

const pages: readonly Page[] = [
  { key: 'today', href: '/today', icon: Sun },
  { key: 'journal', href: '/journal', icon: BookOpen, also: ['/tags'] },
  { key: 'trends', href: '/trends', icon: ChartLine },
  { key: 'goals', href: '/goals', icon: Target },
];

/** The pages in the order of their keys 1, 2, 3 … */
export const pageOrder: readonly string[] = pages.map((page) => page.href);

type ItemProps = {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly children: string;
  readonly keys?: string;
  /** Pages that belong to this one and are not in the rail themselves. */
  readonly also?: readonly string[] | undefined;
};

const Inside = ({ icon: Icon, keys, children }: Omit<ItemProps, 'href' | 'also'>): ReactNode => (
  <>
    <Icon className={css.icon} strokeWidth={1.75} aria-hidden />
    <span className={css.name}>{children}</span>
    {keys !== undefined && (
      <span className={css.keys} aria-hidden>
        {keys}
      </span>
    )}
  </>
);

const RailLink = ({ href, icon, children, keys, also = [] }: ItemProps) => {
  const [location] = useLocation();
  const here = location === href || location.startsWith(`${href}/`) || also.includes(location);
  return (
    <TooltipTrigger>
      <Link
        href={href}
        aria-label={children}
        aria-current={here ? 'page' : undefined}
        className={clsx(css.item, href === '/emergency' && css.help)}
      >
        <Inside icon={icon} keys={keys}>
          {children}
        </Inside>
      </Link>
      <Tooltip placement="right" keys={keys}>
        {children}
      </Tooltip>
    </TooltipTrigger>
  );
};

/** The way to every page, to help, and to the lock; folds to pictures with names where the window is narrow. */
export const Rail = () => {
  const { t } = useTranslation();
  return (
    <nav className={css.rail} aria-label={t('nav.label')}>
      <div className={css.brand}>
        <Logo />
        <span className={css.name}>{t('app.name')}</span>
      </div>
      {pages.map(({ key, href, icon, also }, index) => (
        <RailLink key={key} href={href} icon={icon} keys={String(index + 1)} also={also}>
          {t(`nav.${key}`)}
        </RailLink>
      ))}
      <div className={css.push} />
      <RailLink href="/emergency" icon={LifeBuoy}>
        {t('nav.emergency')}
      </RailLink>
      <RailLink href="/settings" icon={Settings}>
        {t('nav.settings')}
      </RailLink>
      <TooltipTrigger>
        <Button className={css.item} aria-label={t('nav.lock')} onPress={() => void lockJournal()}>
          <Inside icon={Lock} keys={t('nav.lockKeys')}>
            {t('nav.lock')}
          </Inside>
        </Button>
        <Tooltip placement="right" keys={t('nav.lockKeys')}>
          {t('nav.lock')}
        </Tooltip>
      </TooltipTrigger>
    </nav>
  );
};
