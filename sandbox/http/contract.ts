import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Method, operations, Theme } from '../../contract/portal.gen.js';

export type OperationId = keyof operations;

/** What a call needs besides a session (`x-needs`). */
export interface Needs {
  readonly administrator?: boolean;
  readonly theme?: Theme;
  /** `administration`: what the fund asks of those who manage users. */
  readonly strength?: Method | 'administration';
}

/** One operation of the contract, with what the sandbox asks about it. */
export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly security: readonly string[];
  readonly needs: Needs;
  readonly problems: ReadonlySet<string>;
  readonly query: ReadonlySet<string>;
  readonly mediaTypes: readonly string[];
  readonly bodyRequired: boolean;
  /** The components that a session with a signing key must sign (`x-signed`). */
  readonly signed: readonly string[];
  readonly idempotent: boolean;
  /** JSON pointers to the responses, by status. */
  readonly responses: ReadonlyMap<string, string>;
}

export interface Contract {
  readonly document: Json;
  readonly operations: ReadonlyMap<string, Operation>;
  /** The methods that a path below the base address has. */
  methodsOf(path: string): string[];
}

export type Json = { readonly [name: string]: Json } & { readonly [index: number]: Json };

// From `sandbox/http/` and from `dist/sandbox/` alike, the contract lies two folders up.
const defaultFile = fileURLToPath(new URL('../../contract/portal.openapi.yaml', import.meta.url));

/** Reads the contract; by default the one that this program was built with. */
export function readContract(file: string = defaultFile): Contract {
  const document = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 }) as Json;
  const all = new Map<string, Operation>();
  for (const [path, item] of Object.entries(document['paths'] ?? {})) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
      if (item[method] === undefined) continue;
      const operation = readOperation(document, path, method);
      all.set(operation.id, operation);
    }
  }
  return { document, operations: all, methodsOf: methodsOf([...all.values()]) };
}

function readOperation(document: Json, path: string, method: string): Operation {
  const item = at(document, `/paths/${escape(path)}`);
  const source = item[method] as unknown as Record<string, Json> & { operationId: OperationId };
  const parameters = [...list(item['parameters']), ...list(source['parameters'])].map((one) => resolve(document, one));
  const security = list(source['security'] ?? document['security']).flatMap((scheme) => Object.keys(scheme));
  const problems = [...list(document['x-general-problems']), ...list(source['x-problems'])] as unknown as string[];
  return {
    id: source.operationId,
    method: method.toUpperCase(),
    path,
    tags: list(source['tags']) as unknown as string[],
    security,
    needs: source['x-needs'] ?? {},
    problems: new Set(problems),
    query: new Set(parameters.filter((one) => text(one['in']) === 'query').map((one) => text(one['name']))),
    mediaTypes: Object.keys(source['requestBody']?.['content'] ?? {}),
    bodyRequired: (source['requestBody']?.['required'] as unknown) === true,
    signed: list(source['x-signed']) as unknown as string[],
    idempotent: parameters.some((one) => text(one['name']) === 'Idempotency-Key'),
    responses: new Map(
      Object.entries(source['responses'] ?? {}).map(([status, response]) => [
        status,
        response['$ref'] === undefined
          ? `/paths/${escape(path)}/${method}/responses/${status}`
          : text(response['$ref']).slice(1),
      ]),
    ),
  };
}

/** The contract without its answers, which are checked when they go out: the router takes half the time to build. */
export function requestsOnly({ document }: Contract): object {
  const paths = Object.entries(document['paths'] ?? {}).map(([path, item]) => {
    const operations = Object.entries(item).map(([method, operation]) =>
      operation['operationId'] === undefined
        ? [method, operation]
        : [method, { ...operation, responses: { default: { description: 'See the contract.' } } }],
    );
    return [path, Object.fromEntries(operations) as object];
  });
  const { parameters, schemas, securitySchemes } = document['components'] as Readonly<Record<string, Json>>;
  const components = { parameters, schemas, securitySchemes };
  return { ...document, paths: Object.fromEntries(paths) as object, components };
}

function methodsOf(operations: readonly Operation[]): (path: string) => string[] {
  const patterns = operations.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return (path) => patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
}

/** Follows a JSON pointer. */
export function at(document: Json, pointer: string): Json {
  return pointer
    .split('/')
    .slice(1)
    .reduce<Json>((node, part) => node[part.replaceAll('~1', '/').replaceAll('~0', '~')] ?? {}, document);
}

/** The thing itself, where a reference to it may stand. */
export function resolve(document: Json, node: Json): Json {
  return node['$ref'] === undefined ? node : at(document, text(node['$ref']).slice(1));
}

function escape(path: string): string {
  return path.replaceAll('~', '~0').replaceAll('/', '~1');
}

function list(node: Json | undefined): Json[] {
  return (node ?? []) as unknown as Json[];
}

function text(node: Json | undefined): string {
  return typeof node === 'string' ? node : '';
}
