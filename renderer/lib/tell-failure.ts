import type { ErrorCode } from '#core/errors';
import { type ErrorPlace, errorWords } from './error-words';
import { showToast } from './toasts';

/** Says in a toast what happened and what to do, where there is no form beside which an error could stand. */
export const tellFailure = (code: ErrorCode, place?: ErrorPlace): void => {
  const { happened, next } = errorWords(code, place);
  showToast({ text: `${happened} ${next}` });
};
