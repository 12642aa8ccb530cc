import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameTag, type TagChange, type TagUse } from '#core/tag-change';
import { isolated } from '#lib/bidi';
import { TextField } from '#ui/text-field';
import { ChangeForm, Together } from './change-form';

const LONGEST = 80;

type Props = {
  readonly tag: TagUse;
  readonly tags: readonly TagUse[];
  readonly onClose: (done: TagChange | null) => void;
};

/** Gives a tag another name; where there is a tag of that name already, it says that the two become one. */
export const RenameTag = ({ tag, tags, onClose }: Props) => {
  const { t } = useTranslation();
  const [text, setText] = useState(tag.name);
  const [wasBlank, setWasBlank] = useState(false);
  const to = text.trim();
  const other = tags.find(({ name }) => isSameTag(name, to) && !isSameTag(name, tag.name));
  const change = (): TagChange | 'same' | null => {
    setWasBlank(to === '');
    if (to === '') return null;
    if (to === tag.name) return 'same';
    return other === undefined
      ? { kind: 'renamed', name: tag.name, to }
      : { kind: 'merged', name: tag.name, into: other.name };
  };
  return (
    <ChangeForm
      title={t('tags.rename.title', { name: isolated(tag.name) })}
      submitLabel={other === undefined ? t('tags.rename.do') : t('tags.merge.do')}
      change={change}
      isChanged={() => to !== tag.name}
      onClose={onClose}
    >
      <TextField
        label={t('tags.rename.field')}
        value={text}
        maxLength={LONGEST}
        onChange={setText}
        error={wasBlank && to === '' ? t('tags.rename.blank') : undefined}
        autoFocus
      />
      {other !== undefined && (
        <Together name={tag.name} other={other.name} lead={t('tags.there', { name: isolated(other.name) })} />
      )}
    </ChangeForm>
  );
};
