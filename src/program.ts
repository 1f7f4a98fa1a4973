import { Argument, Command, Option } from 'commander';
import { version } from '../package.json';
import type { NounModule, Verb } from './commands/define.js';
import { globalOptions } from './commands/global-options.js';
import type { GlobalInput } from './commands/global-options.js';
import { configureHelp } from './commands/help.js';
import { longFlag } from './commands/options.js';
import type { OptionDeclaration } from './commands/options.js';
import { registry } from './commands/registry.js';
import type { Entry } from './commands/registry.js';
import { ConnectError } from './errors.js';
import type { Translate } from './i18n/translate.js';

export interface Handlers {
  /** A whole command line was understood. */
  readonly run: (verb: Verb, input: unknown, globals: GlobalInput) => Promise<void>;
  /** Help text for stdout. */
  readonly print: (text: string) => void;
  /** How many columns help may take. */
  readonly columns: () => number;
}

/** The commander tree of the registry. A noun's verbs are attached when the noun is called. */
export function buildProgram(translate: Translate, { run, print, columns }: Handlers): Command {
  const root = new Command('connect')
    .description(translate('program.summary'))
    .exitOverride()
    .configureOutput({
      writeOut: print,
      getOutHelpWidth: columns,
      getOutHasColors: () => false,
      // Errors are told by main, in the reader's language.
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .version(version, '--version', translate('help.version'))
    .helpOption('-h, --help', translate('help.option'))
    .helpCommand(false)
    .addHelpText('beforeAll', ({ command }) => complainOfUnknown(command));
  configureHelp(root, translate, ['connect login', 'connect users list -o json', 'connect sandbox start']);
  addOptions(root, globalOptions, translate);
  for (const entry of registry) {
    const command = root.command(entry.name).description(translate(entry.summary));
    command.helpOption('-h, --help', translate('help.option')).helpCommand(false);
    configureHelp(command, translate, entry.examples);
  }
  const globals = (): GlobalInput => valuesOf(root, globalOptions) as GlobalInput;
  root.hook('preSubcommand', async (_root, command) => {
    const entry = registry.find(({ name }) => name === command.name());
    if (entry !== undefined) attach(command, entry, await entry.load(), { translate, run, globals });
  });
  return root;
}

/** Asked to help with a word that it does not know, commander would help with what stands before it. */
function complainOfUnknown(command: Command): string {
  const [word] = command.args;
  // A verb with others below it takes any word.
  const takesNoWord = command.registeredArguments.length === 0;
  if (takesNoWord && command.commands.length > 0 && word !== undefined && !word.startsWith('-')) {
    command.parse([word], { from: 'user' });
  }
  return '';
}

interface Tools {
  readonly translate: Translate;
  readonly run: Handlers['run'];
  readonly globals: () => GlobalInput;
}

function attach(command: Command, entry: Entry, { verbs }: NounModule, tools: Tools): void {
  for (const verb of verbs) {
    if (entry.kind === 'verb') declare(command, verb, tools);
    else attachVerb(command, verb, tools, verb.name === entry.defaultVerb);
  }
}

function attachVerb(command: Command, verb: Verb, tools: Tools, isDefault = false, above?: Verb): void {
  const child = command.command(verb.name, { isDefault });
  declare(child.helpOption('-h, --help', tools.translate('help.option')).helpCommand(false), verb, tools, above);
  for (const below of verb.verbs ?? []) attachVerb(child, below, tools, false, verb);
}

function declare(command: Command, verb: Verb, { translate, run, globals }: Tools, above?: Verb): void {
  command.description(translate(verb.summary));
  configureHelp(command, translate, verb.examples, verb.details);
  for (const { name, about } of Object.values(verb.args)) command.addArgument(new Argument(name, translate(about)));
  addOptions(command, verb.options, translate);
  command.action(async (...given: unknown[]) => {
    const words = Object.fromEntries(Object.keys(verb.args).map((key, index) => [key, given[index]]));
    if (above !== undefined) refuseStrays(command, verb, above);
    await run(verb, { ...words, ...valuesOf(command, verb.options, above && command.parent) }, globals());
  });
}

/**
 * commander gives an option that a verb and the one above it both know to the one above, where it is taken from; and one that
 * only the other knows is none of this verb's.
 */
function refuseStrays(command: Command, verb: Verb, above: Verb): void {
  const own = Object.values(verb.options).map(({ flags }) => nameOf(flags));
  const stray = Object.values(above.options).find(
    ({ flags }) => !own.includes(nameOf(flags)) && command.parent?.getOptionValueSource(nameOf(flags)) === 'cli',
  );
  if (stray === undefined) return;
  const noun = command.parent?.parent?.name() ?? '';
  throw new ConnectError('unknown-option', {
    word: longFlag(stray.flags),
    help: `connect ${noun} ${above.name} ${verb.name} --help`,
  });
}

const nameOf = (flags: string): string => new Option(flags).attributeName();

type Declarations = Readonly<Record<string, OptionDeclaration<unknown>>>;

function addOptions(command: Command, declarations: Declarations, translate: Translate): void {
  for (const declaration of Object.values(declarations)) {
    const option = new Option(declaration.flags, translate(declaration.about));
    if (declaration.choices !== undefined) option.argChoices = [...declaration.choices];
    if (declaration.parse !== undefined)
      option.argParser((raw: string, soFar: unknown) => declaration.parse?.(raw, soFar));
    command.addOption(option);
    if (declaration.opposite !== undefined)
      command.addOption(new Option(declaration.flags.replace('--', '--no-'), translate(declaration.opposite)));
  }
}

/** The options' values under the names of their declarations. */
function valuesOf(
  command: Command,
  declarations: Declarations,
  above?: Command | null,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = { ...above?.opts(), ...command.opts() };
  return Object.fromEntries(
    Object.entries(declarations).map(([key, { flags, fallback }]) => [key, values[nameOf(flags)] ?? fallback]),
  );
}
