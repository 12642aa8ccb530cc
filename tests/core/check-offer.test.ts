import { describe, expect, it } from 'vitest';
import { checkOfferOn } from '#core/check-offer';
import { addDays } from '#core/local-date';
import { day } from '#tests/support/builders';

const today = day('2026-11-21');
const ago = (days: number) => addDays(today, -days);

type Days = Parameters<typeof checkOfferOn>[0];

/** A journal of two years in which everything was looked at ten days ago. */
const offered = (days: Partial<Days>) =>
  checkOfferOn({ today, began: ago(700), tested: ago(10), proven: ago(10), hasBackup: true, putAside: null, ...days });

describe('a look at backup and recovery key is offered', () => {
  it.each<[string, Partial<Days>, ReturnType<typeof checkOfferOn>]>([
    ['not while both were looked at not long ago', {}, null],
    ['not after 89 days', { tested: ago(89), proven: ago(89) }, null],
    ['after 90 days, both in one', { tested: ago(90), proven: ago(90) }, { backup: true, key: true }],
    ['for the backup alone', { tested: ago(200) }, { backup: true, key: false }],
    ['for the key alone', { proven: ago(200) }, { backup: false, key: true }],
    ['where no backup was ever tested, 90 days after the beginning', { tested: null }, { backup: true, key: false }],
    ['not in a young journal', { tested: null, proven: ago(60), began: ago(60) }, null],
    ['not for a backup where there is none', { tested: null, hasBackup: false }, null],
    ['not for a key that was never proven: that is told elsewhere', { proven: null }, null],
    ['not within 90 days after it was put aside', { tested: null, proven: ago(400), putAside: ago(89) }, null],
    ['again 90 days after it was put aside', { tested: null, putAside: ago(90) }, { backup: true, key: false }],
    ['not because the person stands a day further east', { tested: ago(-1), proven: ago(-1) }, null],
    [
      'whatever was noted under a clock that was years ahead',
      { tested: ago(-3650), proven: ago(-3650), putAside: ago(-3650) },
      { backup: true, key: true },
    ],
  ])('%s', (_, days, offer) => {
    expect(offered(days)).toEqual(offer);
  });
});
