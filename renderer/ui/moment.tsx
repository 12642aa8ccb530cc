import { formatMoment, formatMomentExactly } from '#lib/format';
import { useToday } from '#lib/today';

type Props = { readonly at: number; readonly zone: string };

/** A moment as people say it ("Yesterday, 21:52"); exact on hover. */
export const MomentText = ({ at, zone }: Props) => {
  const today = useToday();
  return (
    <time dateTime={new Date(at).toISOString()} title={formatMomentExactly({ at, zone })}>
      {formatMoment({ at, zone }, today)}
    </time>
  );
};
