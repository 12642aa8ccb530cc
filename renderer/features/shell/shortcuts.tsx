import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Intent, requestIntent } from '#lib/intents';
import { isDialogOpen, useShortcuts } from '#lib/keyboard';
import { Dialog } from '#ui/dialog';
import { Kbd } from '#ui/kbd';
import { pageOrder } from './rail';
import css from './shortcuts.module.css';

const listed = {
  everywhere: ['pages', 'newEntry', 'checkIn', 'search', 'lock', 'list'],
  journal: ['laterEntry', 'earlierEntry', 'alone', 'nextPlace', 'placeBefore', 'toList'],
  writing: [
    'slash',
    'bold',
    'italic',
    'headings',
    'bulletList',
    'orderedList',
    'taskList',
    'tick',
    'quote',
    'link',
    'undo',
    'redo',
  ],
} as const;

const groups = Object.keys(listed) as (keyof typeof listed)[];

const Group = ({ group }: { readonly group: keyof typeof listed }) => {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className={css.group}>{t(`shortcuts.groups.${group}`)}</h3>
      <dl className={css.list}>
        {listed[group].map((key) => (
          <div key={key} className={css.row}>
            <dt>{t(`shortcuts.${key}`)}</dt>
            <dd>
              <Kbd>{t(`shortcuts.keys.${key}`)}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** The keys that work everywhere in an open journal, and their list. */
export const Shortcuts = () => {
  const { t } = useTranslation();
  const [listOpen, setListOpen] = useState(false);
  const [location, navigate] = useLocation();
  const ask = (page: string, intent: Intent): void => {
    if (isDialogOpen()) return;
    if (location !== page && !location.startsWith(`${page}/`)) navigate(page);
    requestIntent(intent);
  };
  const pages = pageOrder.map((href, index) => [String(index + 1), () => navigate(href)] as const);
  useShortcuts({
    ...Object.fromEntries(pages),
    n: () => ask('/journal', 'new-entry'),
    c: () => ask('/today', 'check-in'),
    '$mod+f': () => ask('/journal', 'search'),
    '?': () => setListOpen(true),
    'Shift+?': () => setListOpen(true),
  });
  return (
    <Dialog title={t('shortcuts.title')} isOpen={listOpen} onClose={() => setListOpen(false)}>
      {groups.map((group) => (
        <Group key={group} group={group} />
      ))}
      <p className={css.note}>{t('shortcuts.note')}</p>
    </Dialog>
  );
};
