import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import css from './tabs.module.css';

type Props = {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly label: string; readonly content: ReactNode }[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
};

/** Several views in one place; only the chosen one is there. */
export const Tabs = ({ label, tabs, selected, onSelect }: Props) => (
  <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))} className={css.tabs}>
    <TabList aria-label={label} className={css.list}>
      {tabs.map((tab) => (
        <Tab key={tab.id} id={tab.id} className={css.tab}>
          {tab.label}
        </Tab>
      ))}
    </TabList>
    {tabs.map((tab) => (
      <TabPanel key={tab.id} id={tab.id} className={css.panel}>
        {tab.content}
      </TabPanel>
    ))}
  </AriaTabs>
);
