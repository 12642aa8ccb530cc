/** Something a person can understand and usually mend; shown without a stack. */
export class SetUpProblem extends Error {
  /** @param {...string} lines */
  constructor(...lines) {
    super(lines.join('\n'));
    this.name = 'SetUpProblem';
  }
}

/** The problem to show when a disk is full, naming what was being done. */
export function diskFull(/** @type {string} */ doing) {
  return new SetUpProblem(
    `The disk is full: there is not enough room for ${doing}.`,
    'Please free about 2 GB and try again; an interrupted set-up is repaired by the next one.',
  );
}

/** Prints one line of progress. */
export function say(/** @type {string} */ line) {
  console.log(line);
}
