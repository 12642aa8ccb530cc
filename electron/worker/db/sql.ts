export type SqlValue = string | number | null | Uint8Array<ArrayBuffer>;

/** A piece of SQL whose values travel apart from its text, so that nothing a person typed is ever read as SQL. */
export type Sql = { readonly text: string; readonly values: readonly SqlValue[] };

const isSql = (value: SqlValue | Sql): value is Sql =>
  typeof value === 'object' && value !== null && 'text' in value && 'values' in value;

/** Builds a statement; interpolated values become parameters, interpolated pieces of SQL are spliced in. */
export const sql = (strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql => {
  let text = strings[0] ?? '';
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, values };
};

/** A comma-separated list of parameters, for IN (…). */
export const sqlList = (values: readonly SqlValue[]): Sql => ({ text: values.map(() => '?').join(','), values });
