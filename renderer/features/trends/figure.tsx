import { ChartLine, Table } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import css from './figure.module.css';

type Props = {
  /** Says what the figure shows. */
  readonly title: string;
  /** On how many days it rests, and how it is to be read: a sentence each. */
  readonly caption: readonly string[];
  /** What the chart's signs mean; not shown beside the table. */
  readonly legend?: ReactNode;
  /** What can be chosen for this figure alone. */
  readonly tools?: ReactNode;
  readonly table: () => ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A chart on its card, with the table behind it. */
export const Figure = ({ title, caption, legend, tools, table, className, children }: Props) => {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const label = asTable ? t('trends.table.hide') : t('trends.table.show');
  const signs = asTable ? undefined : legend;
  return (
    <Card
      className={className}
      title={title}
      aside={
        <div className={css.toggle}>
          <Button
            variant="quiet"
            icon={asTable ? ChartLine : Table}
            aria-label={t('trends.table.toggle', { label, title })}
            onPress={() => setAsTable(!asTable)}
          >
            {label}
          </Button>
        </div>
      }
    >
      <div className={css.figure}>
        <p className={css.caption}>{caption.join(' ')}</p>
        {(signs !== undefined || tools !== undefined) && (
          <div className={css.tools}>
            {signs}
            {tools !== undefined && <div className={css.own}>{tools}</div>}
          </div>
        )}
        {asTable ? table() : children}
      </div>
    </Card>
  );
};
