import type { ExportLine } from '#core/export-line';
import type { ExportManifest, ExportPreview, ExportReport } from '#core/export-manifest';

/** What the export thread is to do. `control` is shared with whoever waits for it (job-control.ts). */
export type ExportTask = { readonly control: SharedArrayBuffer; readonly passphrase: string } & (
  | {
      readonly task: 'write';
      /** Where the export is to stand, and the file beside it that becomes it. */
      readonly target: string;
      readonly unfinished: string;
      readonly database: string;
      readonly vaultKey: Uint8Array;
      /** The vault's id, the program's version and the time (epoch ms), for the manifest. */
      readonly vaultId: string;
      readonly app: string;
      readonly exportedAt: number;
      /** Of scrypt, for the passphrase. */
      readonly workFactor: number;
    }
  /** Reads and checks the whole file; with `deliver`, hands on what it holds. */
  | { readonly task: 'read'; readonly source: string; readonly deliver: boolean }
);

/** A checked record of an export. Bytes that stand as base64 in the file are bytes here. */
export type ExportRecord =
  | Exclude<ExportLine, { type: 'attachment' | 'attachment-piece' }>
  | (Omit<Extract<ExportLine, { type: 'attachment' }>, 'thumbnail'> & {
      readonly thumbnail: Uint8Array<ArrayBuffer> | null;
    })
  | (Omit<Extract<ExportLine, { type: 'attachment-piece' }>, 'bytes'> & { readonly bytes: Uint8Array<ArrayBuffer> });

/** What the export thread says besides what every thread may (run-thread.ts). Its last word is one of written and read. */
export type ExportMessage =
  /** The passphrase opened the file and its first line is in order. Records follow when there is room for them. */
  | { readonly type: 'opened'; readonly manifest: ExportManifest }
  | { readonly type: 'records'; readonly records: readonly ExportRecord[] }
  | { readonly type: 'written'; readonly report: ExportReport }
  | { readonly type: 'read'; readonly preview: ExportPreview };
