import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import type { TagChange } from '#core/tag-change';
import { formatNumber } from '#lib/format';
import { useOneAtATime } from '#lib/one-at-a-time';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { FormDialog } from '#ui/form-dialog';
import { changeTags } from './change-tags';
import css from './tags.module.css';

/** From so many entries on, a change may be felt as waiting. */
const MANY = 2000;

type TogetherProps = {
  readonly name: string;
  readonly other: string;
  /** How it comes that they would become one. */
  readonly lead: string;
};

/** What would come of two tags becoming one, said before it is done. */
export const Together = ({ name, other, lead }: TogetherProps) => {
  const { t } = useTranslation();
  const { data } = useCallQuery('tags.together', { name, other });
  const count = data?.entries ?? 0;
  return (
    <p className={css.together} role="status">
      {lead}
      {data !== undefined && ` ${t('tags.together', { count, n: formatNumber(count, 0) })}`}
      {count >= MANY && ` ${t('tags.long')}`}
    </p>
  );
};

type Props = {
  readonly title: string;
  readonly submitLabel: string;
  /** What is to be done; null where the form does not say yet, `same` where nothing would change. */
  readonly change: () => TagChange | 'same' | null;
  readonly isChanged: () => boolean;
  /** With what was done; null where nothing was. */
  readonly onClose: (done: TagChange | null) => void;
  readonly children: ReactNode;
};

/** A dialog that asks what is to become of a tag, and does it. */
export const ChangeForm = ({ title, submitLabel, change, isChanged, onClose, children }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const sending = useOneAtATime();
  const [error, setError] = useState<ErrorCode | null>(null);
  const run = async (asked: TagChange): Promise<void> => {
    setError(null);
    const came = await changeTags(asked);
    if (came === 'done') onClose(asked);
    else if (came !== 'unwritten') setError(came);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const asked = change();
    if (asked === 'same') onClose(null);
    else if (asked !== null) void sending.run(() => run(asked));
  };
  const footer = (leave: (way: () => void) => void): ReactNode => (
    <>
      <Button variant="ghost" isDisabled={sending.isRunning} onPress={() => leave(() => onClose(null))}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" form={id} isPending={sending.isRunning}>
        {submitLabel}
      </Button>
    </>
  );
  return (
    <FormDialog
      title={title}
      isOpen
      isHeld={sending.isRunning}
      isChanged={isChanged}
      onClose={() => onClose(null)}
      footer={footer}
    >
      <form id={id} className={css.form} aria-label={title} onSubmit={submit} noValidate>
        {children}
        {error !== null && <ErrorState code={error} place="tags" />}
      </form>
    </FormDialog>
  );
};
