import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { announce } from '#lib/announce';
import { formatNumber } from '#lib/format';
import { Chip } from './chip';
import fieldCss from './field.module.css';
import popoverCss from './popover.module.css';
import css from './tag-input.module.css';
import { VisuallyHidden } from './visually-hidden';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** Names already in use, most used first. */
  readonly suggestions: readonly string[];
};

const LONGEST = 80;
const MOST = 60;
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Why nothing more can be typed, in words; null when it can. */
const useProblem = (text: string, tags: readonly string[]): string | null => {
  const { t } = useTranslation();
  const tooLong = text.length >= LONGEST ? t('ui.tags.tooLong', { most: formatNumber(LONGEST, 0) }) : null;
  const problem = tags.length >= MOST ? t('ui.tags.tooMany', { most: formatNumber(MOST, 0) }) : tooLong;
  useEffect(() => {
    if (problem !== null) announce(problem);
  }, [problem]);
  return problem;
};

/**
 * Words put on a record: Enter or a comma adds one, Backspace in the empty field takes the last one off. Where a tag is as
 * long as can be, or there are as many as can be, nothing more is taken in, and the field says so.
 */
export const TagInput = ({ label, placeholder, tags, onChange, suggestions }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const problem = useProblem(text, tags);
  const offered = suggestions
    .filter((name) => !tags.some((tag) => same(tag, name)) && name.toLowerCase().includes(text.toLowerCase()))
    .slice(0, 8);
  const add = (name: string): void => {
    if (tags.length >= MOST) return;
    setText('');
    const known = suggestions.find((suggestion) => same(suggestion, name.trim())) ?? name.trim();
    if (known === '' || tags.some((tag) => same(tag, known))) return;
    onChange([...tags, known]);
    announce(t('ui.tags.added', { name: known }));
  };
  const remove = (name: string): void => {
    onChange(tags.filter((tag) => tag !== name));
    announce(t('ui.tags.removed', { name }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const last = tags.at(-1);
    if (event.key === 'Backspace' && text === '' && last !== undefined) remove(last);
    const chosen = event.currentTarget.getAttribute('aria-activedescendant') !== null;
    if (event.key !== ',' && (event.key !== 'Enter' || chosen)) return;
    event.preventDefault();
    add(text);
  };
  return (
    <div className={css.tags}>
      {tags.map((tag) => (
        <Chip key={tag} onRemove={() => remove(tag)}>
          {tag}
        </Chip>
      ))}
      <ComboBox
        className={css.combo}
        inputValue={text}
        onInputChange={setText}
        value={null}
        onChange={(key) => key !== null && add(String(key))}
        items={offered.map((name) => ({ id: name }))}
        allowsCustomValue
        menuTrigger="input"
      >
        <Label>
          <VisuallyHidden>{label}</VisuallyHidden>
        </Label>
        <Group>
          <Input
            dir="auto"
            className={css.input}
            placeholder={placeholder}
            maxLength={LONGEST}
            readOnly={tags.length >= MOST}
            aria-describedby={problem === null ? undefined : id}
            onKeyDown={onKeyDown}
            onBlur={() => add(text)}
          />
        </Group>
        <Popover className={popoverCss.popover} offset={6}>
          <ListBox className={popoverCss.list}>
            {({ id }: { id: string }) => (
              <ListBoxItem id={id} textValue={id} className={popoverCss.item}>
                <span dir="auto">{id}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {problem !== null && (
        <p id={id} className={fieldCss.error}>
          {problem}
        </p>
      )}
    </div>
  );
};
