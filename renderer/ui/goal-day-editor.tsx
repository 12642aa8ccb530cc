import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { shareOf } from '#core/goal-periods';
import type { UnsavedCall } from '#core/unsaved-call';
import { formatDay } from '#lib/format';
import { clearMark, type GoalDay, markOfAmount, markSaying, recordMark } from '#lib/goal-marks';
import { amountInWords } from '#lib/goal-words';
import { unsaved, useUnsavedWork } from '#lib/unsaved-work';
import { AmountField } from './amount-field';
import css from './goal-day-editor.module.css';
import { GoalMarkSign } from './goal-mark-sign';
import { TextField } from './text-field';

const choices = ['done', 'partly', 'skipped', 'not-recorded'] as const;
type Choice = (typeof choices)[number];

const choiceOf = ({ goal, mark }: GoalDay): Choice => {
  if (mark === null) return 'not-recorded';
  return shareOf(goal, mark) === 1 ? 'done' : mark.state;
};

/** The note on a mark: stored on leaving the field, on closing and before the journal locks. */
const useMarkNote = (on: GoalDay) => {
  const [text, setText] = useState(on.mark?.note ?? '');
  const typed = useRef<string | null>(null);
  const store = async (): Promise<readonly UnsavedCall[]> => {
    const note = typed.current;
    if (note === null || on.mark === null) return [];
    typed.current = null;
    const mark = { ...on.mark, note };
    if (await recordMark(mark)) return [];
    typed.current = note;
    return [unsaved('goals.mark', mark)];
  };
  const onLeave = useEffectEvent(store);
  useUnsavedWork(store);
  useEffect(() => () => void onLeave(), []);
  return {
    text,
    store,
    change: (next: string): void => {
      setText(next);
      typed.current = next;
    },
    /** The mark with what is typed; from here on it is the caller who stores it. */
    take: (): GoalDay => {
      const note = typed.current;
      typed.current = null;
      return note === null || on.mark === null ? on : { ...on, mark: { ...on.mark, note } };
    },
  };
};

type Props = { readonly on: GoalDay; readonly onClose: () => void };

/** What one day of a goal was, in a popover: every choice is stored at once. */
export const GoalDayEditor = ({ on, onClose }: Props) => {
  const { t } = useTranslation();
  const note = useMarkNote(on);
  const { measure } = on.goal;
  const current = choiceOf(on);
  const choose = (choice: Choice): void => {
    const day = note.take();
    if (choice !== 'not-recorded') void recordMark(markSaying(day, choice));
    else if (day.mark !== null) void clearMark(day.mark);
    // How much of it comes next.
    if (choice !== 'partly' || measure.type === 'yes-no') onClose();
  };
  return (
    <div className={css.editor}>
      <p className={css.day}>{formatDay(on.day)}</p>
      <ToggleButtonGroup
        className={css.choices}
        aria-label={t('goals.day.label')}
        orientation="vertical"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[current]}
        onSelectionChange={([key]) => key !== undefined && choose(key as Choice)}
      >
        {choices.map((choice) => (
          <ToggleButton key={choice} id={choice} className={css.choice} autoFocus={choice === current}>
            <GoalMarkSign state={choice} />
            {t(`goals.day.choices.${choice}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {measure.type === 'amount' && (
        <AmountField
          label={t('goals.day.amount')}
          value={on.mark?.amount ?? null}
          after={t('goals.ofTarget', { target: amountInWords(measure.target, measure) })}
          onChange={(amount) => amount !== null && void recordMark(markOfAmount(note.take(), amount))}
        />
      )}
      {on.mark !== null && (
        <TextField
          label={t('goals.day.note')}
          value={note.text}
          maxLength={2000}
          onChange={note.change}
          onBlur={() => void note.store()}
          onKeyDown={(event) => event.key === 'Enter' && onClose()}
        />
      )}
    </div>
  );
};
