import { SeededRandom } from '../../sandbox/seeds/seeded-random.js';
import { checkSalaryFile } from '../../src/salary/check.js';
import { completeElm } from './elm-complete.js';
import { mutantOf, type Mutant } from './elm-mutations.js';
import { parseXml } from './xml-tree.js';
import { xsdVerdicts } from './xsd-verdicts.js';

export interface Comparison {
  readonly valid: number;
  readonly invalid: number;
  /** Where ours and the other's opinion differ, with both. */
  readonly disagreements: readonly string[];
}

/** Has mutants of a valid document judged by `xmllint` with our own XSD, and by us. */
export async function compareVerdicts(
  version: '4.0' | '5.0',
  count: number,
  seed: string,
  folder: string,
): Promise<Comparison> {
  const random = new SeededRandom(`${version} ${seed}`);
  const document = parseXml(completeElm(version));
  const mutants = Array.from({ length: count }, () => mutantOf(document, random));
  const schema = `test/support/elm-schema/${version}/service-types.xsd`;
  const verdicts = await xsdVerdicts(
    schema,
    mutants.map(({ xml }) => xml),
    folder,
  );
  const ours = await Promise.all(mutants.map(ourVerdict));
  return {
    valid: verdicts.filter((verdict) => verdict === '').length,
    invalid: verdicts.filter((verdict) => verdict !== '').length,
    disagreements: mutants.flatMap(({ change }, index) => {
      const [theirs = '', our = ''] = [verdicts[index], ours[index]];
      return (theirs === '') === (our === '') ? [] : [`${change}\n  xmllint: ${theirs}\n  ours: ${our}`];
    }),
  };
}

/** Which of our errors are about the form: nothing if there are none. */
async function ourVerdict({ xml }: Mutant): Promise<string> {
  const { findings } = await checkSalaryFile(chunks(xml));
  return findings
    .filter(({ code, severity }) => severity === 'error' && /^(?:X|V0[123])/.test(code))
    .map(({ key, path: place = '', params }) => `${key} ${place} ${JSON.stringify(params)}`)
    .join('; ');
}

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}
