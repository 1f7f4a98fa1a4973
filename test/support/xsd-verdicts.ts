import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const perProcess = 250;

/**
 * What `xmllint` says of documents: for each, nothing if it is valid, else the first thing that is wrong with it.
 * @param folder where they are put meanwhile
 */
export async function xsdVerdicts(schema: string, documents: readonly string[], folder: string): Promise<string[]> {
  const verdicts: string[] = [];
  for (let from = 0; from < documents.length; from += perProcess) {
    const batch = documents.slice(from, from + perProcess);
    const files = batch.map((_, index) => path.join(folder, `${index}.xml`));
    await Promise.all(batch.map((document, index) => writeFile(files[index]!, document)));
    const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    const lines = stderr.split('\n');
    for (const file of files) {
      if (lines.includes(`${file} validates`)) verdicts.push('');
      else verdicts.push(lines.find((line) => line.startsWith(`${file}:`)) ?? `no verdict: ${stderr.slice(0, 500)}`);
    }
  }
  return verdicts;
}
