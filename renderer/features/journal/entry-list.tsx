import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import { formatMonth } from '#lib/format';
import { EntryRow } from './entry-row';
import css from './list.module.css';
import { groupsIn, HEADING, heightOf, type Rows, rowsOf, topOf } from './list-window';
import type { ListedEntry } from './listed-entry';
import { useListWindow } from './use-list-window';

/** The next stretch is asked for this many rows before the end. */
const AHEAD = 40;

type Props = {
  readonly label: string;
  readonly items: readonly ListedEntry[];
  /** How many of them, from the first, are pinned ones that stand before the months. */
  readonly pinned?: number;
  /** How many there are altogether, when that is known. */
  readonly total: number | null;
  readonly openId: string | null;
  readonly onOpen: (id: RecordId, how: 'pointer' | 'keyboard') => void;
  /** Asks for the next stretch; absent at the end. */
  readonly onNearEnd?: (() => void) | undefined;
  /** Under what the place it was scrolled to is remembered. */
  readonly place: string;
  readonly list: RefObject<HTMLDivElement | null>;
};

const stepOf = (key: string, page: number): number | null => {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return steps[key] ?? null;
};

/** Which row the keys are on: the one they moved to last, else the open entry, else the first. */
const useActive = (items: readonly ListedEntry[], openId: string | null) => {
  const [id, setId] = useState<string | null>(null);
  const index = useMemo(() => {
    const own = id === null ? -1 : items.findIndex((item) => item.id === id);
    const open = openId === null ? -1 : items.findIndex((item) => item.id === openId);
    return Math.max(0, own >= 0 ? own : open);
  }, [items, id, openId]);
  return { index, setId };
};

/** Brings the entry that was opened into sight, once. */
const useOpenInSight = ({ items, openId }: Pick<Props, 'items' | 'openId'>, reveal: (index: number) => void): void => {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (openId === null || openId === shown.current) return;
    const index = items.findIndex(({ id }) => id === openId);
    if (index < 0) return;
    shown.current = openId;
    reveal(index);
  }, [openId, items, reveal]);
};

type SheetProps = Pick<Props, 'items' | 'total' | 'openId'> & {
  readonly rows: Rows;
  readonly window: readonly [number, number];
  readonly active: number;
  readonly idOf: (index: number) => string;
};

/** The rows in sight, group by group, each where it belongs on a sheet as high as all of them. */
const Sheet = ({ items, total, openId, rows, window, active, idOf }: SheetProps) => {
  const { t } = useTranslation();
  const row = (index: number) => {
    const entry = items[index];
    if (entry === undefined) return null;
    return (
      <EntryRow
        key={entry.id}
        id={idOf(index)}
        entry={entry}
        top={topOf(rows, index)}
        place={index + 1}
        total={total}
        isOpen={entry.id === openId}
        isActive={index === active}
      />
    );
  };
  // What the keys are on has to exist, in sight or not.
  const isDrawn = active >= window[0] && active < window[1];
  return (
    <div className={css.sheet} role="presentation" style={{ height: `${heightOf(rows)}rem` }}>
      {groupsIn(rows, window).map(({ start, indexes }) => {
        const name = start < rows.pinned ? t('journal.pinned') : formatMonth(items[start]?.day as LocalDate);
        return (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role.
          <div key={start} role="group" aria-label={name}>
            <div className={css.month} style={{ top: `${topOf(rows, start) - HEADING}rem` }} aria-hidden>
              {name}
            </div>
            {indexes.map(row)}
          </div>
        );
      })}
      {!isDrawn && row(active)}
    </div>
  );
};

/**
 * Entries, the pinned ones first and the others by month, any number of them: only the rows in sight are drawn, so that a hundred thousand scroll like ten.
 * Up, Down, Page, Home and End move; Enter opens.
 */
export const EntryList = ({ label, items, pinned = 0, total, openId, onOpen, onNearEnd, place, list }: Props) => {
  const prefix = useId();
  const rows = useMemo(() => rowsOf(items, pinned), [items, pinned]);
  const active = useActive(items, openId);
  const { window, reveal, rowsInSight } = useListWindow(list, rows, place);
  useOpenInSight({ items, openId }, reveal);
  const isNearEnd = window[1] > items.length - AHEAD;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, onNearEnd]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOf(event.key, rowsInSight);
    const next = Math.min(items.length - 1, Math.max(0, active.index + (step ?? 0)));
    const entry = items[next];
    if (entry === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== null) {
      active.setId(entry.id);
      reveal(next);
    } else if (event.key === 'Enter' || event.key === ' ') onOpen(entry.id, 'keyboard');
    else return;
    event.preventDefault();
  };
  const onClick = ({ target }: MouseEvent): void => {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-entry]')?.dataset.entry : undefined;
    const entry = items.find((item) => item.id === id);
    if (entry === undefined) return;
    active.setId(entry.id);
    onOpen(entry.id, 'pointer');
  };
  const idOf = (index: number): string => `${prefix}${items[index]?.id}`;
  return (
    <div
      ref={list}
      className={css.list}
      role="listbox"
      aria-label={label}
      aria-activedescendant={items.length > 0 ? idOf(active.index) : undefined}
      tabIndex={0}
      data-no-type-ahead
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <Sheet {...{ items, total, openId, rows, window, idOf }} active={active.index} />
    </div>
  );
};
