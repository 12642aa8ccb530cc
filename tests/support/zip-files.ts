import { crc32, deflateRawSync } from 'node:zlib';

/** A member as it is to stand in a zip, with what may be wrong about it. */
export type Member = {
  readonly name: string | Buffer;
  readonly content?: string | Uint8Array;
  readonly stored?: boolean;
  /** What it says its size is. */
  readonly size?: number;
  readonly encrypted?: boolean;
  /** The Unix mode, where one is to be told: 0o120777 is a symbolic link. */
  readonly mode?: number;
  readonly extra?: Buffer;
  /** Where it says that it begins. */
  readonly at?: number;
};

type Written = { readonly local: Buffer; readonly central: (at: number) => Buffer };

const fields = (bytes: number, write: (buffer: Buffer) => void): Buffer => {
  const buffer = Buffer.alloc(bytes);
  write(buffer);
  return buffer;
};

const write = (member: Member): Written => {
  const { content = '', stored = false, encrypted = false, mode, extra = Buffer.alloc(0) } = member;
  const raw = Buffer.from(content);
  const packed = stored ? raw : deflateRawSync(raw);
  const name = Buffer.from(member.name);
  // From the needed version to the length of the extra field, as both headers have it.
  const shared = fields(26, (buffer) => {
    buffer.writeUInt16LE(20, 0);
    buffer.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2);
    buffer.writeUInt16LE(stored ? 0 : 8, 4);
    buffer.writeUInt32LE(crc32(raw), 10);
    buffer.writeUInt32LE(packed.length, 14);
    buffer.writeUInt32LE(member.size ?? raw.length, 18);
    buffer.writeUInt16LE(name.length, 22);
    buffer.writeUInt16LE(extra.length, 24);
  });
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, extra, packed]),
    central: (at) =>
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        fields(2, (buffer) => buffer.writeUInt16LE(mode === undefined ? 20 : (3 << 8) | 20, 0)),
        shared,
        fields(14, (buffer) => {
          buffer.writeUInt32LE(((mode ?? 0) << 16) >>> 0, 6);
          buffer.writeUInt32LE(member.at ?? at, 10);
        }),
        name,
        extra,
      ]),
  };
};

/** The bytes of a zip with these members; `count` is how many it says there are. PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16. */
export const zipOf = (members: readonly Member[], { count }: { readonly count?: number } = {}): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const { local, central } = write(member);
    parts.push(local);
    directory.push(central(at));
    at += local.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = fields(18, (buffer) => {
    buffer.writeUInt16LE(count ?? members.length, 4);
    buffer.writeUInt16LE(count ?? members.length, 6);
    buffer.writeUInt32LE(size, 8);
    buffer.writeUInt32LE(at, 12);
  });
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end]);
};
