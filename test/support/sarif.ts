import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A SARIF log as far as tests look at it. */
export interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly SarifRule[] } };
    readonly language?: string;
    readonly invocations?: readonly unknown[];
    readonly artifacts?: readonly { readonly location: { readonly uri: string } }[];
    readonly results: readonly SarifResult[];
  }[];
}

interface SarifRule {
  readonly id: string;
  readonly help: { readonly text: string };
  readonly properties: { readonly source: string };
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

type Schema = Readonly<Record<string, unknown>>;

/** An object of SARIF, which knows no properties but its own and a bag of others. */
const object = (properties: Schema, required: readonly string[] = []): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: { ...properties, properties: { type: 'object' } },
  required,
});
const text = { type: 'string' };
const listOf = (items: Schema, others: Schema = {}): Schema => ({ type: 'array', items, ...others });
const texts = { type: 'object', additionalProperties: text };
const index = { type: 'integer', minimum: -1, default: -1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const language = { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' };
const formatted = object({ text, markdown: text }, ['text']);
const artifactLocation = object({ uri: { type: 'string', format: 'uri-reference' }, uriBaseId: text, index });

/**
 * The objects that connect writes, by the sections of SARIF 2.1.0 (OASIS Standard of 27 March 2020): which properties
 * they may have, which they must, and of what form.
 */
const schema: Schema = object(
  {
    // 3.13 sarifLog
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: listOf(
      // 3.14 run
      object(
        {
          tool: object({
            // 3.19 toolComponent
            driver: object(
              {
                name: text,
                semanticVersion: { type: 'string', pattern: String.raw`^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$` },
                language,
                rules: listOf(
                  // 3.49 reportingDescriptor
                  object(
                    {
                      id: text,
                      shortDescription: formatted,
                      fullDescription: formatted,
                      help: formatted,
                      helpUri: { type: 'string', format: 'uri' },
                      defaultConfiguration: object({ level }),
                    },
                    ['id'],
                  ),
                  { uniqueItems: true },
                ),
              },
              ['name'],
            ),
          }),
          language,
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          // 3.20 invocation
          invocations: listOf(object({ executionSuccessful: { type: 'boolean' } }, ['executionSuccessful'])),
          artifacts: listOf(
            // 3.24 artifact
            object({
              location: artifactLocation,
              length: { type: 'integer', minimum: -1 },
              mimeType: { type: 'string', pattern: '[^/]+/.+' },
              hashes: texts,
            }),
            { uniqueItems: true },
          ),
          results: listOf(
            // 3.27 result
            object(
              {
                ruleId: text,
                ruleIndex: index,
                level,
                message: object({ text }, ['text']),
                locations: listOf(
                  // 3.28 location
                  object({
                    physicalLocation: object({
                      artifactLocation,
                      // 3.30 region
                      region: object({
                        startLine: { type: 'integer', minimum: 1 },
                        startColumn: { type: 'integer', minimum: 1 },
                      }),
                    }),
                    // 3.33 logicalLocation
                    logicalLocations: listOf(object({ name: text, fullyQualifiedName: text, kind: text }), {
                      uniqueItems: true,
                    }),
                  }),
                ),
                partialFingerprints: texts,
              },
              ['message'],
            ),
          ),
        },
        ['tool'],
      ),
    ),
  },
  ['version', 'runs'],
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What keeps a log from being SARIF, also what no schema can say: rules and artifacts must be those that are meant. */
export function sarifFaults(log: SarifLog): readonly unknown[] {
  if (!validate(log)) return validate.errors ?? [];
  return log.runs.flatMap(({ tool, results, artifacts = [] }) =>
    results.filter(({ ruleId, ruleIndex, locations }) => {
      const [place] = locations as readonly {
        physicalLocation: { artifactLocation: { uri: string; index: number } };
      }[];
      const { uri, index: of = -1 } = place?.physicalLocation.artifactLocation ?? { uri: '' };
      return tool.driver.rules[ruleIndex]?.id !== ruleId || artifacts[of]?.location.uri !== uri;
    }),
  );
}
