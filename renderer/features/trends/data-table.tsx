import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#lib/format';
import { useCommand } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { Button } from '#ui/button';
import { MoodDot } from '#ui/mood-dot';
import css from './data-table.module.css';
import { type Column, tableText } from './table-text';

/** How many rows are there at first; asked for more, there are twice as many. */
const FIRST_ROWS = 100;
/** What the clipboard call takes. */
const MOST_CHARACTERS = 100_000;

type Props<T> = {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
};

const Rows = <T,>({ columns, rows, rowKey }: Omit<Props<T>, 'caption'>) =>
  rows.map((row) => (
    <tr key={rowKey(row)}>
      {columns.map(({ head, cell, heads, align, dot }) => {
        const mood = dot?.(row);
        const words = (
          <>
            {mood !== undefined && <MoodDot mood={mood} />}
            {cell(row)}
          </>
        );
        return heads ? (
          <th key={head} scope="row" data-align={align}>
            {words}
          </th>
        ) : (
          <td key={head} data-align={align}>
            {words}
          </td>
        );
      })}
    </tr>
  ));

const useCopy = <T,>({ columns, rows }: Pick<Props<T>, 'columns' | 'rows'>) => {
  const { t } = useTranslation();
  const { mutate } = useCommand('shell.copy');
  return (): void => {
    const { text, rows: copied } = tableText({ columns, rows }, MOST_CHARACTERS);
    const counts = { copied: formatNumber(copied, 0), total: formatNumber(rows.length, 0) };
    const told = copied < rows.length ? t('trends.table.copiedPart', counts) : t('trends.table.copied');
    mutate(
      { text },
      {
        onSuccess: () => showToast({ text: told }),
        onError: () => showToast({ text: t('trends.table.notCopied') }),
      },
    );
  };
};

/** The figures behind a chart. A long table shows its beginning and, asked, more; copying takes all of it. */
export const DataTable = <T,>({ caption, columns, rows, rowKey }: Props<T>) => {
  const { t } = useTranslation();
  const [most, setMost] = useState(FIRST_ROWS);
  const copy = useCopy({ columns, rows });
  const shown = rows.slice(0, most);
  return (
    <div className={css.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be within reach of the keyboard. */}
      <section className={css.scroll} aria-label={t('trends.table.region', { title: caption })} tabIndex={0}>
        <table className={css.table}>
          <caption className={css.caption}>{caption}</caption>
          <thead className={css.head}>
            <tr>
              {columns.map(({ head, align }) => (
                <th key={head} scope="col" data-align={align}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Rows columns={columns} rows={shown} rowKey={rowKey} />
          </tbody>
        </table>
      </section>
      <div className={css.foot}>
        {shown.length < rows.length && (
          <>
            <span>
              {t('trends.table.rows', {
                shown: formatNumber(shown.length, 0),
                total: formatNumber(rows.length, 0),
              })}
            </span>
            <Button variant="soft" onPress={() => setMost(most * 2)}>
              {t('trends.table.more')}
            </Button>
          </>
        )}
        <Button variant="quiet" onPress={copy}>
          {t('trends.table.copy')}
        </Button>
      </div>
    </div>
  );
};
