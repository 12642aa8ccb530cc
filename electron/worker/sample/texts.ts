import { type Passage, type Piece, passagesOf } from './passage';
import { passagesBody } from './passages-body';
import { passagesDays } from './passages-days';
import { passagesFamily } from './passages-family';
import { passagesHome } from './passages-home';
import { passagesPeople } from './passages-people';
import { passagesTown } from './passages-town';
import { passagesWork } from './passages-work';
import { piecesBefore } from './pieces-before';
import { piecesFirstRun } from './pieces-first-run';
import { piecesFirstWeeks } from './pieces-first-weeks';
import { piecesLater } from './pieces-later';
import { piecesLatest } from './pieces-latest';
import { piecesSecondRun } from './pieces-second-run';
import { piecesSlip } from './pieces-slip';
import { piecesThirdRun } from './pieces-third-run';

/** The entries of the year that are told whole, in order. */
export const pieces: readonly Piece[] = [
  ...piecesBefore,
  ...piecesFirstWeeks,
  ...piecesFirstRun,
  ...piecesSlip,
  ...piecesSecondRun,
  ...piecesThirdRun,
  ...piecesLater,
  ...piecesLatest,
];

/** The paragraphs from which the other entries of the year are made. */
export const readPassages = (): Passage[] =>
  [passagesWork, passagesHome, passagesFamily, passagesPeople, passagesBody, passagesTown, passagesDays].flatMap(
    passagesOf,
  );
