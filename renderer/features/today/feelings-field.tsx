import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { builtInFeelings } from '#core/feeling';
import { useCallQuery } from '#lib/query-client';
import { ChipButton } from '#ui/chip-button';
import { ChipGroup } from '#ui/chip-group';
import { TextField } from '#ui/text-field';
import css from './check-in.module.css';

const OFFERED = 8;
const LONGEST = 80;
const MOST = 60;

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const isBuiltIn = (name: string): name is (typeof builtInFeelings)[number] =>
  builtInFeelings.some((key) => sameName(key, name));

type Props = { readonly selected: readonly string[]; readonly onChange: (selected: string[]) => void };

/** What a feeling is called: ours in the catalogue's word, the person's own as they typed it. */
export const useFeelingWord = (): ((name: string) => string) => {
  const { t } = useTranslation();
  return (name) => (isBuiltIn(name) ? t(`feelings.${name.toLowerCase() as (typeof builtInFeelings)[number]}`) : name);
};

const OwnFeeling = ({ onAdd }: { readonly onAdd: (name: string) => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const add = (): void => {
    onAdd(text.trim());
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || text.trim() === '') return;
    // Enter adds the word; only then it saves the check-in.
    event.preventDefault();
    add();
  };
  return (
    <div className={css.own}>
      <TextField
        label={t('today.checkIn.ownFeeling')}
        hideLabel
        placeholder={t('today.checkIn.ownFeeling')}
        value={text}
        maxLength={LONGEST}
        onChange={setText}
        onKeyDown={onKeyDown}
        onBlur={() => text.trim() !== '' && add()}
      />
    </div>
  );
};

/** Feelings in words: a few of ours, the rest and the person's own behind "+ more". */
export const FeelingsField = ({ selected, onChange }: Props) => {
  const { t } = useTranslation();
  const wordOf = useFeelingWord();
  const { data: used = [] } = useCallQuery('feelings.list', {});
  const [all, setAll] = useState(false);
  const own = used.filter((name) => !isBuiltIn(name));
  const known = [...builtInFeelings, ...own];
  const offered: readonly string[] = all ? known : builtInFeelings.slice(0, OFFERED);
  const besides = selected.filter((name) => !offered.some((other) => sameName(other, name)));
  const add = (name: string): void => {
    const key = known.find((feeling) => sameName(feeling, name) || sameName(wordOf(feeling), name)) ?? name;
    if (selected.length < MOST && !selected.some((other) => sameName(other, key))) onChange([...selected, key]);
  };
  return (
    <div className={css.feelings}>
      <ChipGroup
        label={t('today.checkIn.feelings')}
        options={[...offered, ...besides].map((name) => ({ id: name, label: wordOf(name) }))}
        selected={selected}
        onChange={(next) => onChange(next.slice(0, MOST))}
        end={
          <ChipButton aria-expanded={all} onPress={() => setAll(!all)}>
            {t(all ? 'today.checkIn.fewerFeelings' : 'today.checkIn.moreFeelings')}
          </ChipButton>
        }
      />
      {all && <OwnFeeling onAdd={add} />}
    </div>
  );
};
