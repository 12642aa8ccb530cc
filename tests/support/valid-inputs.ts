import type { Input, Method } from '#core/contract';
import { defaultDeviceSettings, emptyProfile } from '#core/settings';
import { aCheckIn, aGoal, anEntry, anId, aRun, day } from '#tests/support/builders';

const uuid = '0b9f2f0e-93f1-4d0c-8a3e-5b6c7d8e9f00';
const passphrase = 'river lantern oatmeal quiet bridge';
const today = day('2026-11-21');
const range = { from: day('2026-10-01'), to: today };
const mark = { goal: anId(), day: today, state: 'partly', amount: 10, note: '' } as const;

/** One input for every call that the contract accepts; a new call without one does not compile. */
export const validInputs: { readonly [M in Method]: Input<M> } = {
  'vault.status': {},
  'vault.suggestPassphrase': {},
  'vault.create': { passphrase },
  'vault.select': { journal: uuid },
  'vault.openSample': {},
  'vault.unlock': { passphrase },
  'vault.unlockWithRecoveryKey': { recoveryKey: '0000 0000' },
  'vault.security': {},
  'vault.changePassphrase': { current: passphrase, next: passphrase },
  'vault.offerRecoveryKey': { passphrase },
  'vault.proveRecoveryKey': { groups: ['AAAAA', 'BBBBB'] },
  'vault.settleRecoveryKey': { keep: true },
  'vault.checkRecoveryKey': { recoveryKey: '0000 0000' },
  'vault.seeSyncedFolder': {},
  'profile.get': {},
  'profile.save': emptyProfile,
  'entries.list': { before: null, limit: 50, bin: false },
  'entries.count': {},
  'entries.get': { id: anId() },
  'entries.save': anEntry({ title: 'Slow', mood: 3, tags: ['tired'], feelings: ['calm'] }),
  'entries.delete': { id: anId() },
  'entries.restore': { id: anId() },
  'entries.search': { text: 'river "one day"', before: null, limit: 50 },
  'tags.list': {},
  'feelings.list': {},
  'checkIns.list': range,
  'checkIns.save': aCheckIn({ craving: 3, halt: ['tired'], feelings: ['calm'], sleepMinutes: 430, note: 'x' }),
  'checkIns.delete': { id: anId() },
  'checkIns.restore': { id: anId() },
  'trends.mood': range,
  'goals.list': { today },
  'goals.save': aGoal({
    measure: { type: 'amount', unit: 'minutes', target: 20 },
    schedule: { type: 'weekdays', days: [1, 3] },
  }),
  'goals.delete': { id: anId() },
  'goals.restore': { id: anId() },
  'goals.marks': { goal: anId(), ...range },
  'goals.mark': mark,
  'goals.unmark': { goal: anId(), day: today },
  'runs.list': {},
  'runs.cleanTime': { today },
  'runs.save': aRun(),
  'runs.delete': { id: anId() },
  'runs.restore': { id: anId() },
  'exports.write': { job: uuid, target: uuid, passphrase },
  'exports.inspect': { job: uuid, source: uuid, passphrase },
  'exports.restore': { job: uuid, source: uuid, passphrase, newPassphrase: passphrase },
  'jobs.cancel': { job: uuid },
  'shell.about': {},
  'shell.lock': {},
  'shell.copy': { text: '555 0142' },
  'shell.print': {},
  'shell.saveRecoveryKey': { text: 'key' },
  'shell.chooseExportTarget': { suggestedName: 'ebb.age' },
  'shell.showInFolder': { file: uuid },
  'shell.chooseExportSource': {},
  'device.get': {},
  'device.save': defaultDeviceSettings,
};
