import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shareOf } from '#core/goal-periods';
import { clearMark, type GoalDay, markOfAmount, markSaying, recordMark } from '#lib/goal-marks';
import { amountInWords, markInWords } from '#lib/goal-words';
import { AmountField } from './amount-field';
import { Checkbox } from './checkbox';
import { GoalDayEditor } from './goal-day-editor';
import { GoalMarkSign } from './goal-mark-sign';
import css from './goal-tick.module.css';
import { IconButton } from './icon-button';
import { Popover } from './popover';

type Props = {
  readonly on: GoalDay;
  /** What is written behind the box. */
  readonly children: ReactNode;
};

const Amount = ({ on }: { readonly on: GoalDay }) => {
  const { t } = useTranslation();
  const { goal, mark } = on;
  if (goal.measure.type === 'yes-no') return null;
  const record = (amount: number | null): void => {
    if (amount !== null) void recordMark(markOfAmount(on, amount));
    else if (mark !== null) void clearMark(mark);
  };
  return (
    <AmountField
      label={t('goals.amountOf', { title: goal.title })}
      value={mark?.amount ?? null}
      after={t('goals.ofTarget', { target: amountInWords(goal.measure.target, goal.measure) })}
      onChange={record}
    />
  );
};

/** One day of a goal on one line: a tick for done, an amount, and behind the dots partly, skipped on purpose and a note. */
export const GoalTick = ({ on, children }: Props) => {
  const { t } = useTranslation();
  const { goal, mark } = on;
  const isDone = mark !== null && shareOf(goal, mark) === 1;
  const tick = (done: boolean): void => {
    if (done) void recordMark(markSaying(on, 'done'));
    else if (mark !== null) void clearMark(mark);
  };
  const name = t('goals.day.more', { title: goal.title });
  return (
    <div className={css.tick} data-done={isDone || undefined}>
      <Checkbox isSelected={isDone} onChange={tick}>
        <span className={css.title} dir="auto">
          {children}
        </span>
      </Checkbox>
      <Popover label={name} trigger={<IconButton name={name} icon={Ellipsis} />}>
        {(close) => <GoalDayEditor on={on} onClose={close} />}
      </Popover>
      {(goal.measure.type === 'amount' || (mark !== null && !isDone)) && (
        <div className={css.more}>
          <Amount on={on} />
          {mark !== null && !isDone && (
            <span className={css.state}>
              <GoalMarkSign state={mark.state} />
              {markInWords(mark)}
            </span>
          )}
        </div>
      )}
    </div>
  );
};
