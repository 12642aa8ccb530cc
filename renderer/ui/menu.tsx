import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import css from './popover.module.css';

type Item = {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly destructive?: boolean;
  readonly disabled?: boolean;
  readonly run: () => void;
};

type Props = {
  /** The button that opens it, usually an IconButton's sibling Button. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly items: readonly Item[];
};

/** What else can be done with a thing. */
export const Menu = ({ trigger, label, items }: Props) => (
  <MenuTrigger>
    {trigger}
    <Popover className={css.popover} offset={6} placement="bottom end">
      <AriaMenu aria-label={label} className={css.list}>
        {items.map(({ id, label: text, icon: Icon, destructive, disabled, run }) => (
          <MenuItem
            key={id}
            id={id}
            textValue={text}
            isDisabled={disabled}
            onAction={run}
            className={clsx(css.item, destructive && css.destructive)}
          >
            {Icon !== undefined && <Icon className={css.icon} aria-hidden />}
            {text}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
