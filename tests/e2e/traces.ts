import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every form in which a text could lie on a disk unencrypted: UTF-8, UTF-16, and base64 at each of its three offsets. */
const formsOf = (text: string): readonly (readonly [form: string, bytes: Buffer])[] => {
  const utf8 = Buffer.from(text, 'utf8');
  const base64 = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64');
    // The characters at both ends depend on what stands before and after.
    return [`base64+${offset}`, Buffer.from(encoded.slice(offset === 0 ? 0 : 4, -4), 'ascii')] as const;
  });
  return [['utf-8', utf8], ['utf-16', Buffer.from(text, 'utf16le')], ...base64];
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));

/** Looks for texts in every file under some folders; answers with each place where one was found. */
export const findTraces = (folders: readonly string[], texts: readonly string[]): string[] => {
  const forms = texts.flatMap((text) => formsOf(text).map(([form, bytes]) => ({ text, form, bytes })));
  return folders.flatMap(filesIn).flatMap((file) => {
    const content = readFileSync(file);
    return forms.filter(({ bytes }) => content.includes(bytes)).map(({ text, form }) => `${text} (${form}) in ${file}`);
  });
};
