import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SnapshotName } from '#core/snapshot';
import { tempSnapshots } from '#tests/support/temp-snapshots';
import { insideService } from '#worker/services/inside';

/** Every file under a folder with its content, its mode and its times. */
export const traceOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const { mode, mtimeMs, ctimeMs, size } = statSync(file);
      const content = statSync(file).isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : '';
      return [name, mode, size, mtimeMs, ctimeMs, content].join(' ');
    });

/** A real vault with snapshots that can be looked into. */
export const tempInside = async () => {
  const test = await tempSnapshots();
  const { vault, service: snapshots, home } = test;
  const inside = insideService({ vault, snapshots, home });
  onTestFinished(inside.close);
  return {
    ...test,
    inside,
    open: (name: SnapshotName) => inside.open(randomUUID(), name),
    all: (name: SnapshotName, bin = false) => inside.list(name, { before: null, limit: 50, bin }).items,
    trials: (): string[] => readdirSync(home).filter((name) => name.startsWith('.')),
  };
};
