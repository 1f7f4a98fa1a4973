/** Where a value is not as it should be; undefined if nowhere. */
type Check = (value: unknown, path: string) => string | undefined;

const text =
  (form = /^[^\p{Cc}]{1,1000}$/u): Check =>
  (value, path) =>
    typeof value === 'string' && form.test(value) ? undefined : path;
const is =
  (...allowed: readonly unknown[]): Check =>
  (value, path) =>
    allowed.includes(value) ? undefined : path;
const either =
  (...checks: readonly Check[]): Check =>
  (value, path) =>
    checks.some((check) => check(value, path) === undefined) ? undefined : path;
const listOf =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return path;
    return firstOf(value.map((item, index) => () => check(item, `${path}/${index}`)));
  };

interface Members {
  readonly needed?: Readonly<Record<string, Check>>;
  readonly possible?: Readonly<Record<string, Check>>;
}

/** An object with these members and no others. */
const object =
  ({ needed = {}, possible = {} }: Members): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return path;
    const checks = { ...needed, ...possible };
    const missing = Object.keys(needed).find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return `${path}/${missing}`;
    return firstOf(
      Object.entries(value).map(([name, member]) => () => {
        const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
        return check === undefined ? `${path}/${name}` : check(member, `${path}/${name}`);
      }),
    );
  };

function firstOf(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const fault = check();
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const time = text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/);
const id = text(/^usr_[\w-]{1,60}$/);
const flag = is(true, false);

/** The words of the contract. */
export interface PlanWords {
  readonly themes: readonly string[];
  readonly languages: readonly string[];
  readonly kinds: readonly string[];
}

/**
 * The first place, as a JSON pointer, where a document is not a plan of version 1.
 * @param plan what was read from a file, in which anything may stand
 */
export function planFault(plan: unknown, { themes, languages, kinds }: PlanWords): string | undefined {
  const person = { firstName: text(), lastName: text(), email: text(), userName: text(), language: is(...languages) };
  const rights = { administrator: flag, permissions: listOf(is(...themes)) };
  const changeable = {
    ...{ ...person, ...rights },
    mobileNumber: either(text(), is(null)),
    lockedUntil: either(time, is(null)),
  };
  const state = object({ needed: { ...changeable, deactivated: flag } });
  const step = { id: text(/^[\w.-]{1,100}$/), client: text(), who: text() };
  const ofUser = { ...step, user: id, before: state };
  const { userName, ...named } = person;
  const wanted = object({
    needed: { ...named, ...rights, mobileNumber: text() },
    possible: { userName, kind: is(...kinds) },
  });
  const steps: Readonly<Record<string, Check>> = {
    create: object({ needed: { ...step, action: is('create'), wanted } }),
    edit: object({ needed: { ...ofUser, action: is('edit'), wanted: object({ possible: changeable }) } }),
    deactivate: object({ needed: { ...ofUser, action: is('deactivate') } }),
    reactivate: object({ needed: { ...ofUser, action: is('reactivate') } }),
  };
  const anyStep: Check = (value, path) => {
    const action = typeof value === 'object' && value !== null && 'action' in value ? value.action : undefined;
    const check = typeof action === 'string' && Object.hasOwn(steps, action) ? steps[action] : undefined;
    return check === undefined ? `${path}/action` : check(value, path);
  };
  const part = object({
    needed: {
      ...{ portal: text(/^https?:\/\/[^\s]{1,300}$/), actor: text() },
      clients: listOf(object({ needed: { number: text(), name: text() } })),
      steps: listOf(anyStep),
    },
  });
  const source = object({
    needed: { kind: is('access-file', 'hr-list', 'leaver', 'rows', 'undo') },
    possible: { file: text(), sha256: text(/^[\da-f]{64}$/), run: text(/^run_[\w-]{1,60}$/) },
  });
  const document = object({ needed: { version: is(1), madeAt: time, source, parts: listOf(part) } });
  return document(plan, '') ?? disorder(plan as Ordered);
}

interface Ordered {
  readonly parts: readonly {
    readonly clients: readonly { readonly number: string }[];
    readonly steps: readonly OrderedStep[];
  }[];
}

interface OrderedStep {
  readonly id: string;
  readonly client: string;
  readonly who: string;
  readonly user?: string;
  readonly before?: { readonly userName: string; readonly email: string };
}

/** Whether people are told of the user whom a step is about: an earlier step may have given him another name. */
function isCalledSo({ who, user }: OrderedStep, steps: readonly OrderedStep[]): boolean {
  if (user === undefined) return true;
  const names = steps.flatMap((step) =>
    step.user === user && step.before !== undefined ? [step.before.userName, step.before.email] : [],
  );
  return [user, ...names].some((name) => name.toLowerCase() === who.toLowerCase());
}

/** A step about a client that the plan does not name, one whose id another one has, or one that calls its user otherwise. */
function disorder({ parts }: Ordered): string | undefined {
  for (const [index, { clients, steps }] of parts.entries()) {
    const numbers = new Set(clients.map(({ number }) => number));
    const ids = new Set<string>();
    for (const [place, step] of steps.entries()) {
      const path = `/parts/${index}/steps/${place}`;
      if (!numbers.has(step.client)) return `${path}/client`;
      if (ids.has(step.id)) return `${path}/id`;
      if (!isCalledSo(step, steps)) return `${path}/who`;
      ids.add(step.id);
    }
  }
  return undefined;
}
