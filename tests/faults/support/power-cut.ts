import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ActorLine } from '#tests/faults/support/act';
import { type Mercy, shadowDisk } from '#tests/faults/support/shadow-disk';
import type { DiskCall } from '#tests/faults/support/traced-calls';
import { spreadOver } from '#tests/support/how-often';
import { tempFolder } from '#tests/support/temp-folder';

/** What a program did on the disk. */
export type Recorded = {
  /** What the folder held at first. */
  readonly before: string;
  /** The calls that changed it, relative to where it stood. */
  readonly folder: string;
  readonly traced: readonly DiskCall[];
};

const always = (yes: boolean) => (): boolean => yes;
const often = (share: number) => (): boolean => Math.random() < share;

/** What a drive may do with writes that it was not told to keep: nothing of them, names without contents, contents without names, or any mixture. */
const mercies: readonly Mercy[] = [
  { names: always(false), sectors: always(false) },
  { names: always(true), sectors: always(false) },
  { names: always(false), sectors: always(true) },
  { names: often(0.5), sectors: often(0.5) },
  { names: often(0.9), sectors: often(0.9) },
  { names: often(0.3), sectors: often(0.1) },
];

const isPlain = ({ type }: DiskCall): boolean => type === 'write' || type === 'open';

/**
 * Where the power is cut: half of the times anywhere, half of the times beside what makes durable, names or promises, and
 * once when all is done.
 */
const cutPoints = (traced: readonly DiskCall[], rounds: number): number[] => {
  const rare = traced.flatMap((call, index) => (isPlain(call) ? [] : [index, index + 1]));
  const half = Math.ceil(rounds / 2);
  const chosen = spreadOver(rare.length, half).map((which) => rare[which - 1] ?? 0);
  const others = Array.from({ length: rounds - chosen.length - 1 }, () =>
    Math.floor(Math.random() * (traced.length + 1)),
  );
  return [...[...chosen, ...others].sort((one, other) => one - other), traced.length];
};

/** The same call in a folder that lies elsewhere. */
export const rebased = (call: DiskCall, from: string, to: string): DiskCall => {
  const moved = (path: string): string => to + path.slice(from.length);
  if (call.type === 'say') return call;
  const path = moved(call.path);
  if (call.type === 'copy') return { ...call, path, source: moved(call.source) };
  return call.type === 'rename' || call.type === 'link' ? { ...call, path, to: moved(call.to) } : { ...call, path };
};

/**
 * Cuts the power so many times in what was recorded, each time with another part of what was not synced lost, and has `check`
 * look at what the disk then holds and at what had been acknowledged by then. Resolves with how often it was cut.
 */
export const cutPower = async (
  { before, folder, traced }: Recorded,
  rounds: number,
  check: (folder: string, acknowledged: readonly ActorLine[]) => Promise<void>,
): Promise<number> => {
  const disk = shadowDisk(before);
  const points = cutPoints(traced, rounds);
  const lines: ActorLine[] = [];
  let made = 0;
  for (const [round, point] of points.entries()) {
    for (; made < point; made += 1) {
      const call = traced[made];
      if (call === undefined) break;
      if (call.type === 'say') lines.push(JSON.parse(call.text) as ActorLine);
      disk.take(rebased(call, folder, before));
    }
    // In the end nothing may rely on what was not synced.
    const which = round === points.length - 1 ? 0 : Math.floor(Math.random() * mercies.length);
    const left = join(tempFolder(), 'left');
    mkdirSync(left);
    disk.cut(left, mercies[which] as Mercy);
    try {
      await check(left, lines);
    } catch (cause) {
      throw new Error(`cut ${round}: after call ${made} of ${traced.length}, mercy ${which}, kept in ${left}`, {
        cause,
      });
    }
    rmSync(left, { recursive: true, force: true });
  }
  return points.length;
};
