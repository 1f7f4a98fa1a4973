import { CommanderError } from 'commander';
import type { Verb } from '../../src/commands/define.js';
import type { GlobalInput } from '../../src/commands/global-options.js';
import { registry } from '../../src/commands/registry.js';
import type { Entry } from '../../src/commands/registry.js';
import { translator } from '../../src/i18n/translate.js';
import type { Language } from '../../src/i18n/translate.js';
import { buildProgram } from '../../src/program.js';

/** A verb and how it is called. */
export interface Called {
  /** `users list`, or `login` for a verb at the top. */
  readonly name: string;
  readonly entry: Entry;
  readonly verb: Verb;
}

/** Every verb of every module of the registry. */
export async function everyVerb(): Promise<readonly Called[]> {
  const modules = registry.map(async (entry) =>
    (await entry.load()).verbs.flatMap((verb) =>
      withThoseBelow(entry.kind === 'verb' ? [] : [entry.name], verb, entry),
    ),
  );
  return (await Promise.all(modules)).flat();
}

function withThoseBelow(above: readonly string[], verb: Verb, entry: Entry): Called[] {
  const words = [...above, verb.name];
  const below = verb.verbs ?? [];
  return [{ name: words.join(' '), entry, verb }, ...below.flatMap((one) => withThoseBelow(words, one, entry))];
}

export interface Understood {
  readonly verb: Verb;
  readonly input: unknown;
  readonly globals: GlobalInput;
}

/** What the real program makes of a command line, without running anything. Rejects with commander's complaint. */
export async function understand(argv: readonly string[]): Promise<Understood> {
  let understood: Understood | undefined;
  const program = buildProgram(await translator('en'), {
    columns: () => 80,
    print: () => undefined,
    run: (verb, input, globals) => {
      understood = { verb, input, globals };
      return Promise.resolve();
    },
  });
  await program.parseAsync([...argv], { from: 'user' });
  if (understood === undefined) throw new Error(`nothing ran: ${argv.join(' ')}`);
  return understood;
}

/** The help of `connect …` as the real program prints it, 80 columns wide. */
export async function helpOf(words: readonly string[], language: Language): Promise<string> {
  let help = '';
  const program = buildProgram(await translator(language), {
    columns: () => 80,
    print: (text) => (help += text),
    run: () => Promise.resolve(),
  });
  try {
    await program.parseAsync([...words, '--help'], { from: 'user' });
  } catch (error) {
    // That is how commander ends after a help text.
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
  }
  return help;
}

/** The words of the `connect …` in an example: without variables in front, pipes around it, and redirections. */
export function commandLine(example: string): readonly string[] | undefined {
  const words = [...example.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => ({
    text: single ?? double ?? bare ?? '',
    isBare: bare !== undefined,
  }));
  const stop = (from: number): number => {
    const end = words.findIndex(({ text, isBare }, index) => index >= from && isBare && /^[|<>]$/.test(text));
    return end === -1 ? words.length : end;
  };
  const own = words.findIndex(({ text, isBare }) => isBare && text === 'connect');
  const before = words.slice(0, Math.max(own, 0));
  const isStart =
    before.length === 0 || before.at(-1)?.text === '|' || before.every(({ text }) => /^[A-Z_]+=/.test(text));
  return own === -1 || !isStart ? undefined : words.slice(own + 1, stop(own)).map(({ text }) => text);
}
