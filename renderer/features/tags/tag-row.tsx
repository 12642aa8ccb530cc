import { Ellipsis, Merge, Pencil, Tags } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { writeFilter } from '#core/search-filter';
import type { TagUse } from '#core/tag-change';
import { isolated } from '#lib/bidi';
import { formatNumber } from '#lib/format';
import { requestIntent } from '#lib/intents';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import { Menu } from '#ui/menu';
import css from './tags.module.css';

/** What may be asked of a tag. */
export type Asked = 'rename' | 'merge' | 'remove';

type Props = {
  readonly tag: TagUse;
  /** Whether there is another to merge it into. */
  readonly hasOthers: boolean;
  readonly onAsk: (asked: Asked) => void;
  readonly ref: Ref<HTMLLIElement>;
};

/** A tag, how many entries carry it, the way to them, and what can be done with it. */
export const TagRow = ({ tag, hasOthers, onAsk, ref }: Props) => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const name = isolated(tag.name);
  const uses = t('tags.uses', { count: tag.uses, n: formatNumber(tag.uses, 0) });
  const show = (): void => {
    navigate('/journal');
    requestIntent('search', writeFilter({ kind: 'tag', name: tag.name }));
  };
  const label = t('tags.menu.label', { name });
  return (
    <li ref={ref} className={css.row}>
      <div className={css.tag}>
        <Button variant="quiet" aria-label={t('tags.show', { name, uses })} onPress={show}>
          <span className={css.name} dir="auto">
            {tag.name}
          </span>
          <span className={css.uses}>{uses}</span>
        </Button>
      </div>
      <Menu
        label={label}
        trigger={<IconButton name={label} icon={Ellipsis} />}
        items={[
          { id: 'rename', label: t('tags.menu.rename'), icon: Pencil, run: () => onAsk('rename') },
          { id: 'merge', label: t('tags.menu.merge'), icon: Merge, disabled: !hasOthers, run: () => onAsk('merge') },
          { id: 'remove', label: t('tags.menu.remove'), icon: Tags, destructive: true, run: () => onAsk('remove') },
        ]}
      />
    </li>
  );
};
