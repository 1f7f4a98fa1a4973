import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { at, resolve, type Contract, type Operation } from './contract.js';

type Validator = (value: unknown) => { error: readonly ErrorObject[] } | { value: unknown };

// Query and headers are text, so numbers and booleans in them must be read from text. Bodies are taken as they are.
const forText = ajv({ coerceTypes: 'array', useDefaults: true });
const forBodies = ajv({ coerceTypes: false, useDefaults: true });

function ajv(options: ConstructorParameters<typeof Ajv2020>[0]): Ajv2020 {
  const instance = new Ajv2020({ ...options, strict: false, allErrors: true, removeAdditional: false });
  addFormats(instance);
  return instance;
}

/** For fastify: compiles the schema of a part of the request when the first such request comes. */
export function requestValidator({ schema, httpPart }: { schema: object; httpPart?: string }): Validator {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= (httpPart === 'body' ? forBodies : forText).compile(
      httpPart === 'headers' ? lowerCased(schema) : schema,
    );
    return validate(value) ? { value } : { error: validate.errors ?? [] };
  };
}

/** Node gives header names in lower case; fastify does the same to schemas, but not with a compiler of one's own. */
function lowerCased(schema: { readonly properties?: object; readonly required?: readonly string[] }): object {
  const properties = Object.entries(schema.properties ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value as unknown,
  ]);
  const required = (schema.required ?? []).map((name) => name.toLowerCase());
  return { ...schema, properties: Object.fromEntries(properties) as object, required };
}

/** An answer as it goes out. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON value; undefined where there is no body or other bytes. */
  readonly json?: unknown;
}

/** Tells what is wrong with an answer: status, media type, headers and body must be as the contract has them. */
export function answerChecker(contract: Contract): (operation: Operation, answer: Outgoing) => string[] {
  const instance = ajv({});
  instance.addSchema(contract.document, 'contract', false, false);
  const compiled = new Map<string, ValidateFunction>();
  const faults = (pointer: string, value: unknown, what: string): string[] => {
    let validate = compiled.get(pointer);
    if (validate === undefined) {
      validate = instance.compile({ $ref: `contract#${pointer}` });
      compiled.set(pointer, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${what}${error.instancePath} ${error.message ?? ''}`);
  };

  return (operation, { status, headers, json }) => {
    const pointer = operation.responses.get(String(status)) ?? operation.responses.get(`${String(status).charAt(0)}XX`);
    if (pointer === undefined) return [`status ${String(status)} is not in the contract`];
    const response = at(contract.document, pointer);
    const found = Object.entries(response['headers'] ?? {}).flatMap(([name, reference]) => {
      const value = headers[name.toLowerCase()];
      const { required } = resolve(contract.document, reference) as { required?: unknown };
      if (value === undefined) return required === true ? [`header ${name} is missing`] : [];
      const place = (reference as { $ref?: string }).$ref?.slice(1) ?? `${pointer}/headers/${name}`;
      return faults(`${place}/schema`, value, `header ${name}`);
    });
    const mediaTypes = Object.keys(response['content'] ?? {});
    const mediaType = headers['content-type'];
    if (mediaTypes.length === 0) return mediaType === undefined ? found : [...found, 'there must be no body'];
    if (mediaType === undefined || !mediaTypes.includes(mediaType))
      return [...found, `media type ${String(mediaType)}`];
    const place = `${pointer}/content/${mediaType.replace('/', '~1')}/schema`;
    return json === undefined ? found : [...found, ...faults(place, json, 'body')];
  };
}
