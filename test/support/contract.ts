import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** A request and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string | string[] | undefined>>;
  readonly requestBody: Buffer | undefined;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: Buffer;
}

type Node = Record<string, unknown>;
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly pointer: string;
  readonly type: string;
}

const document = parse(readFileSync('contract/portal.openapi.yaml', 'utf8'), { maxAliasCount: -1 }) as Node;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, 'portal', false, false);
const validators = new Map<string, ValidateFunction>();

/** What is wrong with a request, measured by the contract alone. */
export function requestFaults(exchange: Exchange): string[] {
  const found = operationOf(exchange);
  if (found === undefined) return [`${exchange.method} ${exchange.url} is not in the contract`];
  const { operation, pointer, path, query, parameters } = found;
  const header = (name: string) => exchange.requestHeaders[name.toLowerCase()];
  const faults = [...query.keys()]
    .filter((name) => !parameters.some((parameter) => parameter.in === 'query' && parameter.name === name))
    .map((name) => `query ${name} is not in the contract`);
  for (const parameter of parameters) {
    const { name } = parameter;
    const values =
      parameter.in === 'query' ? query.getAll(name) : [parameter.in === 'path' ? path[name] : header(name)].flat();
    const given = values.filter((value) => value !== undefined);
    if (given.length === 0 && parameter.required === true) faults.push(`${parameter.in} ${name} is missing`);
    if (given.length > 0) faults.push(...check(`${parameter.pointer}/schema`, typed(given, parameter.type), name));
  }
  const security = (operation['security'] ?? document['security']) as Node[];
  const takesToken = security.some((scheme) => 'accessToken' in scheme || 'refreshToken' in scheme);
  const authorization = String(header('authorization') ?? '');
  if (takesToken !== authorization.startsWith('Bearer '))
    faults.push(`the token is ${takesToken ? 'missing' : 'given away'}`);
  return [...faults, ...bodyFaults(exchange, operation, pointer)];
}

/** What is wrong with an answer, measured by the contract alone. */
export function answerFaults(exchange: Exchange): string[] {
  const { status, responseHeaders, responseBody } = exchange;
  const found = operationOf(exchange);
  const type = responseHeaders['content-type'];
  if (found === undefined) {
    const isProblem = type === 'application/problem+json';
    return isProblem ? check('/components/schemas/Problem', json(responseBody), 'problem') : ['no problem details'];
  }
  const responses = found.operation['responses'] as Node;
  const key = String(status) in responses ? String(status) : `${String(status).charAt(0)}XX`;
  if (!(key in responses)) return [`status ${String(status)} is not in the contract`];
  const { node, pointer } = follow(responses[key] as Node, `${found.pointer}/responses/${key}`);
  const faults = Object.entries((node['headers'] ?? {}) as Node).flatMap(([name, one]) => {
    const { node: described, pointer: place } = follow(one as Node, `${pointer}/headers/${name}`);
    const value = responseHeaders[name.toLowerCase()];
    if (value === undefined) return described['required'] === true ? [`header ${name} is missing`] : [];
    return check(`${place}/schema`, value, `header ${name}`);
  });
  const content = (node['content'] ?? {}) as Node;
  if (Object.keys(content).length === 0) return responseBody.length === 0 ? faults : [...faults, 'there is a body'];
  if (type === undefined || !(type in content)) return [...faults, `media type ${String(type)} is not in the contract`];
  if (!type.endsWith('json')) return faults;
  const body = json(responseBody);
  faults.push(...check(`${pointer}/content/${escape(type)}/schema`, body, 'body'));
  return status < 400 ? faults : [...faults, ...problemFaults(found.operation, status, body)];
}

function problemFaults(operation: Node, status: number, body: unknown): string[] {
  const { type, status: told } = body as { type: string; status: number };
  const name = type.replace('urn:problem-type:connect:', '');
  const allowed = [document['x-general-problems'], operation['x-problems']].flat();
  const faults = allowed.includes(name) ? [] : [`${String(operation['operationId'])} may not answer ${name}`];
  return told === status ? faults : [...faults, `the problem says ${String(told)}`];
}

function bodyFaults({ requestHeaders, requestBody }: Exchange, operation: Node, pointer: string): string[] {
  const content = (operation['requestBody'] as Node | undefined)?.['content'] as Node | undefined;
  if (content === undefined) return isEmpty(requestBody) ? [] : ['there is a body'];
  const type = String(requestHeaders['content-type'] ?? '').split(';')[0] ?? '';
  const isOptional = (operation['requestBody'] as Node)['required'] !== true;
  if (isOptional && type === '') return isEmpty(requestBody) ? [] : ['the body has no media type'];
  if (!(type in content)) return [`media type ${type} is not in the contract`];
  if (type !== 'application/json') return [];
  if (requestBody === undefined) {
    // Refused before it was read, perhaps; then nobody knows what was in it.
    const announced = requestHeaders['content-length'] ?? requestHeaders['transfer-encoding'] ?? '0';
    return announced === '0' ? ['the body is missing'] : [];
  }
  return check(`${pointer}/requestBody/content/${escape(type)}/schema`, json(requestBody), 'body');
}

const isEmpty = (body: Buffer | undefined): boolean => body === undefined || body.length === 0;

function operationOf({ method, url }: Exchange) {
  const [address = '', search = ''] = url.split('?');
  // The two funds of the sandbox; an address of another one is none of the contract's servers.
  const below = /^\/ak(?:095|060)\/api\/v1(\/.*)$/.exec(address)?.[1];
  if (below === undefined || /%(?![0-9a-f]{2})/i.test(below)) return undefined;
  for (const [template, item] of Object.entries(document['paths'] as Record<string, Node>)) {
    const pattern = template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${pattern}$`).exec(below);
    const operation = item[method.toLowerCase()] as Node | undefined;
    if (match === null || operation === undefined) continue;
    const place = `/paths/${escape(template)}`;
    const pointer = `${place}/${method.toLowerCase()}`;
    const path = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    const parameters = [...parametersOf(item, place), ...parametersOf(operation, pointer)];
    return { operation, pointer, path, query: new URLSearchParams(search), parameters };
  }
  return undefined;
}

function parametersOf(node: Node, pointer: string): Parameter[] {
  return ((node['parameters'] ?? []) as Node[]).map((one, i) => {
    const { node: parameter, pointer: place } = follow(one, `${pointer}/parameters/${String(i)}`);
    const { node: schema } = follow(parameter['schema'] as Node, '');
    return { ...(parameter as unknown as Parameter), pointer: place, type: String(schema['type']) };
  });
}

/** Query and headers are text; the schema says what the text means. */
function typed(values: readonly unknown[], type: string): unknown {
  if (type === 'array') return values;
  const [value] = values;
  if (type === 'integer' && /^-?\d+$/.test(String(value))) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function check(pointer: string, value: unknown, what: string): string[] {
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `portal#${pointer}` });
  validators.set(pointer, validate);
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${what}${error.instancePath} ${String(error.message)}`);
}

function follow(node: Node, pointer: string): { node: Node; pointer: string } {
  const reference = node['$ref'];
  if (typeof reference !== 'string') return { node, pointer };
  const parts = reference.slice(2).split('/');
  return { node: parts.reduce<Node>((at, part) => at[part] as Node, document), pointer: reference.slice(1) };
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function escape(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}
