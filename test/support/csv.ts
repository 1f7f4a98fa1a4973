const plain = { ',': /^[^",\r\n]*/, ';': /^[^";\r\n]*/ } as const;

/** Reads RFC 4180 as a stranger would: records end with CRLF, a quote inside quotes is doubled. */
export function parsedCsv(text: string, separator: ',' | ';' = ','): readonly (readonly string[])[] {
  const records: string[][] = [];
  let cells: string[] = [];
  for (let rest = text; rest !== '';) {
    const [quoted, inner] = /^"((?:[^"]|"")*)"/.exec(rest) ?? [];
    const raw = quoted ?? plain[separator].exec(rest)?.[0] ?? '';
    cells.push(inner?.replaceAll('""', '"') ?? raw);
    const end = /^(?:\r\n|[,;](?=[^]))/.exec(rest.slice(raw.length))?.[0];
    if (end !== '\r\n' && end !== separator) throw new Error(`not CSV: ${JSON.stringify(rest.slice(0, 60))}`);
    rest = rest.slice(raw.length + end.length);
    if (end === separator) continue;
    records.push(cells);
    cells = [];
  }
  return records;
}
