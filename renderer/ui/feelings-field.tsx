import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { builtInFeelings } from '#core/feeling';
import { isBuiltInFeeling, sameFeeling, useFeelingWord } from '#lib/feeling-words';
import { useCallQuery } from '#lib/query-client';
import { ChipButton } from './chip-button';
import { ChipGroup } from './chip-group';
import css from './feelings-field.module.css';
import { TextField } from './text-field';

const OFFERED = 8;
const LONGEST = 80;
const MOST = 60;

type Props = { readonly selected: readonly string[]; readonly onChange: (selected: string[]) => void };

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
        label={t('feelingsField.own')}
        hideLabel
        placeholder={t('feelingsField.own')}
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
  const own = used.filter((name) => !isBuiltInFeeling(name));
  const known = [...builtInFeelings, ...own];
  const offered: readonly string[] = all ? known : builtInFeelings.slice(0, OFFERED);
  const besides = selected.filter((name) => !offered.some((other) => sameFeeling(other, name)));
  const add = (name: string): void => {
    const key = known.find((feeling) => sameFeeling(feeling, name) || sameFeeling(wordOf(feeling), name)) ?? name;
    if (selected.length < MOST && !selected.some((other) => sameFeeling(other, key))) onChange([...selected, key]);
  };
  return (
    <div className={css.feelings}>
      <ChipGroup
        label={t('feelingsField.label')}
        options={[...offered, ...besides].map((name) => ({ id: name, label: wordOf(name) }))}
        selected={selected}
        onChange={(next) => onChange(next.slice(0, MOST))}
        end={
          <ChipButton aria-expanded={all} onPress={() => setAll(!all)}>
            {t(all ? 'feelingsField.fewer' : 'feelingsField.more')}
          </ChipButton>
        }
      />
      {all && <OwnFeeling onAdd={add} />}
    </div>
  );
};
