import { useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import type { GoalMark } from '#core/goal';
import { shareOf } from '#core/goal-periods';
import { ok } from '#core/result';
import { formatDay } from '#lib/format';
import { clearMark, type GoalDay, markOfAmount, markSaying, recordMark } from '#lib/goal-marks';
import { amountInWords } from '#lib/goal-words';
import { command } from '#lib/query-client';
import { unsaved } from '#lib/unsaved-work';
import { useAutosave } from '#lib/use-autosave';
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

/** The note on a mark: stored while it is typed, on leaving the field, on closing and before the journal locks. */
const useMarkNote = (on: GoalDay) => {
  const [text, setText] = useState(on.mark?.note ?? '');
  const typed = useRef<string | null>(null);
  const written = (note: string): GoalMark | null => (on.mark === null ? null : { ...on.mark, note });
  const autosave = useAutosave({
    save: async () => {
      const note = typed.current;
      const mark = note === null ? null : written(note);
      if (mark === null) return ok(null);
      const result = await command('goals.mark', mark);
      // Typed on meanwhile, there is more to store.
      if (result.ok && typed.current === note) typed.current = null;
      return result;
    },
    toSend: () => {
      const mark = typed.current === null ? null : written(typed.current);
      return mark === null ? [] : [unsaved('goals.mark', mark)];
    },
  });
  return {
    text,
    store: autosave.flush,
    change: (next: string): void => {
      setText(next);
      typed.current = next;
      autosave.changed();
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
