import type { ErrorCode } from '#core/errors';
import { i18n } from './i18n';
import { showToast } from './toasts';

/** Says in a toast what happened and what to do, where there is no form beside which an error could stand. */
export const tellFailure = (code: ErrorCode): void =>
  showToast({ text: `${i18n.t(`errors.${code}.happened`)} ${i18n.t(`errors.${code}.next`)}` });
