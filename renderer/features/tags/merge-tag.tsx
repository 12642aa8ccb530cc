import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameTag, type TagChange, type TagUse } from '#core/tag-change';
import { isolated } from '#lib/bidi';
import { ChoiceField } from '#ui/choice-field';
import { ChangeForm, Together } from './change-form';

type Props = {
  readonly tag: TagUse;
  readonly tags: readonly TagUse[];
  readonly onClose: (done: TagChange | null) => void;
};

/** Puts another tag, chosen from those there are, in the place of one. */
export const MergeTag = ({ tag, tags, onClose }: Props) => {
  const { t } = useTranslation();
  const [into, setInto] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const others = tags.map(({ name }) => name).filter((name) => !isSameTag(name, tag.name));
  const change = (): TagChange | null => {
    setMissing(into === null);
    return into === null ? null : { kind: 'merged', name: tag.name, into };
  };
  return (
    <ChangeForm
      title={t('tags.merge.title', { name: isolated(tag.name) })}
      submitLabel={t('tags.merge.do')}
      change={change}
      isChanged={() => into !== null}
      onClose={onClose}
    >
      <ChoiceField
        label={t('tags.merge.field')}
        placeholder={t('tags.merge.placeholder')}
        nothing={t('tags.merge.nothing')}
        options={others}
        value={into}
        onChange={setInto}
        error={isMissing && into === null ? t('tags.merge.missing') : undefined}
      />
      {into !== null && (
        <Together
          name={tag.name}
          other={into}
          lead={t('tags.merge.lead', { name: isolated(tag.name), to: isolated(into) })}
        />
      )}
    </ChangeForm>
  );
};
