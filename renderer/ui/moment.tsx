import { formatMoment, formatMomentExactly, type Moment } from '#lib/format';
import { useToday } from '#lib/today';

/** A moment as people say it ("Yesterday, 21:52"); exact on hover. */
export const MomentText = (moment: Moment) => {
  const today = useToday();
  return (
    <time dateTime={new Date(moment.at).toISOString()} title={formatMomentExactly(moment)}>
      {formatMoment(moment, today)}
    </time>
  );
};
