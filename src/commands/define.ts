import type { ErrorCode } from '../errors.js';
import type { MessageKey } from '../i18n/translate.js';
import type { Tell } from '../render/tell.js';
import type { Column, ErasedParts, Parts } from '../render/view.js';
import type { ClientContext, Context, LoginContext } from '../runner/context.js';
import type { Change } from '../runner/change.js';
import type { ArgumentDeclaration, OptionDeclaration } from './options.js';

/** What a verb acts on. The runner resolves it; no verb looks at `--client` or opens a session. */
export type Acts = 'nothing' | 'login' | 'client';

type ContextOf<A extends Acts> = A extends 'client' ? ClientContext : A extends 'login' ? LoginContext : Context;

type Options = Readonly<Record<string, OptionDeclaration<unknown>>>;
type Arguments = Readonly<Record<string, ArgumentDeclaration<unknown>>>;

/** The typed words and options of a command line, under the names of their declarations. */
type InputOf<A extends Arguments, O extends Options> = {
  readonly [K in keyof A]: A[K] extends ArgumentDeclaration<infer V> ? V : never;
} & OptionsInput<O>;

export type OptionsInput<O extends Options> = {
  readonly [K in keyof O]: O[K] extends OptionDeclaration<infer V> ? V : never;
};

interface Base<T extends Acts, A extends Arguments, O extends Options> {
  readonly name: string;
  readonly summary: MessageKey;
  /** A paragraph below the summary in the verb's help. */
  readonly details?: MessageKey;
  readonly examples: readonly string[];
  readonly acts: T;
  /** Changes something on this computer, though nothing at the portal. */
  readonly local?: true;
  /** Runs although the configuration can't be read or holds nonsense, and tells about it. */
  readonly anyConfiguration?: true;
  /** Is about the powers of attorney themselves: one that has run out is no hindrance, and need not be told. */
  readonly aboutMandates?: true;
  /** What the same words mean with a file of many, as `users new --from FILE`. */
  readonly inBulk?: InBulk<InputOf<A, O>>;
  readonly args: A;
  readonly options: O;
  /** What can stand below the verb, as `handover list`; an argument of the same name must be said another way. */
  readonly verbs?: readonly Verb[];
  /** The number of the client that the input names by itself; `--client` may still say the same. */
  readonly clientNamed?: (input: InputOf<A, O>, context: LoginContext) => Promise<string>;
}

interface InBulk<Input> {
  readonly wanted: (input: Input) => boolean;
  /** Takes the place of the verb; it has the same arguments and options. */
  readonly verb: Verb;
}

/** The rows of a list in another shape, where an option asks for it. JSON has the rows themselves, in any case. */
export interface View<Row, Part, Input> extends Parts<Row, Part> {
  readonly wanted: (input: Input) => boolean;
  /** Its form in a pipe, where nobody says another: columns that nobody knows by heart need their names. */
  readonly piped?: 'csv';
}

/** A fund and a member number, as a file names its recipient. */
export interface NamedRecipient {
  readonly fund: string;
  readonly member: string;
}

/** The recipients that one file names. */
export interface NamedClients {
  readonly file: string;
  readonly recipients: readonly NamedRecipient[];
}

/** Yields rows; reads only. */
interface List<T extends Acts, A extends Arguments, O extends Options, Row, Part, Line> extends Base<T, A, O> {
  readonly rows: (input: InputOf<A, O>, context: ContextOf<T>) => AsyncIterable<Row>;
  readonly columns: readonly Column<Row>[];
  /** Where people read something else than machines: what of each row stands in tables, CSV and pipes. */
  readonly parts?: Parts<Row, Part>;
  /** Said on stderr when there are no rows. */
  readonly empty: MessageKey;
  /** A view of everything: it runs for all clients of the login unless this very run names some. */
  readonly everyClient?: true;
  /**
   * Something to be done about the rows of all clients, for which the user must agree; it gives them back as they are
   * afterwards. The runner asks. `undefined` if nothing is to be done.
   */
  readonly settles?: (
    rows: readonly Row[],
    input: InputOf<A, O>,
    context: ContextOf<T extends 'client' ? 'login' : T>,
  ) => Promise<Change<readonly Row[]> | undefined>;
  /**
   * What is to be done with the rows of all clients at once, before they are printed. They are printed as it returns them;
   * `undefined` if they were put elsewhere.
   */
  readonly together?: (
    rows: readonly Row[],
    input: InputOf<A, O>,
    context: ContextOf<T extends 'client' ? 'login' : T>,
  ) => Promise<readonly Row[] | undefined>;
  readonly view?: View<Row, Line, InputOf<A, O>>;
  /** What `-o` knows here besides the formats of every verb. */
  readonly documents?: Readonly<Record<string, MakeDocument<Row, InputOf<A, O>>>>;
  readonly notices?: Notices<Row, InputOf<A, O>>;
}

/** Makes one JSON document of all rows, as a standard of others prescribes it. */
type MakeDocument<Row, Input> = (rows: readonly Row[], input: Input, context: Context) => Promise<unknown>;

/** Lines for another program that reads along, in place of the result, where an option asks for them. */
interface Notices<Row, Input> {
  readonly option: `--${string}`;
  readonly wanted: (input: Input) => boolean;
  readonly lines: (row: Row, tell: Tell) => readonly string[];
}

/** Returns one thing. */
interface Show<T extends Acts, A extends Arguments, O extends Options, Result> extends Base<T, A, O> {
  readonly run: (input: InputOf<A, O>, context: ContextOf<T>) => Promise<Result>;
  readonly fields: readonly Column<Result>[];
}

/** How the same words are meant by somebody who has no login. */
interface WithoutLogin<Input> {
  readonly wanted: (input: Input) => boolean;
  /** Takes the place of the verb; it has the same arguments and options. */
  readonly verb: Verb;
  /** The error where a login is needed and nobody is signed in: its hint tells of the other way. */
  readonly signedOut: ErrorCode;
}

/** Prepares a change and leaves it to the runner to confirm, journal and carry out. */
interface Write<T extends Acts, A extends Arguments, O extends Options, Result> extends Base<T, A, O> {
  readonly withoutLogin?: WithoutLogin<InputOf<A, O>>;
  /** Whom the input names, for `--client auto`; the runner finds the client. */
  readonly clientOf?: (input: InputOf<A, O>, context: LoginContext) => Promise<NamedClients>;
  readonly prepare: (input: InputOf<A, O>, context: ContextOf<T>) => Promise<Change<Result>>;
  readonly fields: readonly Column<Result>[];
}

/** The same for many changes at once; what became of each is a row. */
interface WriteSeveral<T extends Acts, A extends Arguments, O extends Options, Row> extends Base<T, A, O> {
  readonly prepare: (input: InputOf<A, O>, context: ContextOf<T>) => Promise<Change<readonly Row[]>>;
  readonly columns: readonly Column<Row>[];
}

interface Erased {
  readonly name: string;
  readonly summary: MessageKey;
  readonly details?: MessageKey;
  readonly examples: readonly string[];
  readonly acts: Acts;
  readonly local?: true;
  readonly anyConfiguration?: true;
  readonly aboutMandates?: true;
  readonly args: Arguments;
  readonly options: Options;
  readonly verbs?: readonly Verb[];
  readonly clientNamed?: (input: never, context: never) => Promise<string>;
  readonly columns: readonly Column<never>[];
  readonly withoutLogin?: WithoutLogin<never>;
  readonly inBulk?: InBulk<never>;
  readonly clientOf?: (input: never, context: never) => Promise<NamedClients>;
}

/** A verb after its types have done their work: what program and runner need. */
export type Verb =
  | (Erased & {
      readonly kind: 'list';
      readonly rows: (input: never, context: never) => AsyncIterable<unknown>;
      readonly parts?: ErasedParts;
      readonly empty: MessageKey;
      readonly everyClient?: true;
      readonly settles?: (rows: never, input: never, context: never) => Promise<Change<readonly unknown[]> | undefined>;
      readonly view?: ErasedParts & Pick<View<never, never, never>, 'wanted' | 'piped'>;
      readonly together?: (rows: never, input: never, context: never) => Promise<readonly unknown[] | undefined>;
      readonly documents?: Readonly<Record<string, MakeDocument<never, never>>>;
      readonly notices?: Notices<never, never>;
    })
  | (Erased & { readonly kind: 'show'; readonly run: (input: never, context: never) => Promise<unknown> })
  | (Erased & {
      readonly kind: 'write';
      /** Its result is rows. */
      readonly several?: true;
      readonly prepare: (input: never, context: never) => Promise<Change<unknown>>;
    });

export function list<
  T extends Acts,
  const A extends Arguments,
  const O extends Options,
  Row,
  Part = never,
  Line = never,
>(declaration: List<T, A, O, Row, Part, Line>): Verb {
  return { kind: 'list', ...declaration };
}

export function show<T extends Acts, const A extends Arguments, const O extends Options, Result>(
  declaration: Show<T, A, O, Result>,
): Verb {
  const { fields, ...rest } = declaration;
  return { kind: 'show', columns: fields, ...rest };
}

export function write<T extends Acts, const A extends Arguments, const O extends Options, Result>(
  declaration: Write<T, A, O, Result>,
): Verb {
  const { fields, ...rest } = declaration;
  return { kind: 'write', columns: fields, ...rest };
}

export function writeSeveral<T extends Acts, const A extends Arguments, const O extends Options, Row>(
  declaration: WriteSeveral<T, A, O, Row>,
): Verb {
  return { kind: 'write', several: true, ...declaration };
}

/** What a noun's `index.ts` exports. */
export interface NounModule {
  readonly verbs: readonly Verb[];
}
