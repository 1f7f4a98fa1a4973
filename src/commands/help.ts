import { Help } from 'commander';
import type { Argument, Command, Option } from 'commander';
import type { MessageKey, Translate } from '../i18n/translate.js';

/** commander's help in the reader's language, with a paragraph of details and examples. */
export function configureHelp(
  command: Command,
  translate: Translate,
  examples: readonly string[],
  details?: MessageKey,
): void {
  command.createHelp = () => new LocalHelp(translate, examples, details);
}

class LocalHelp extends Help {
  readonly #translate: Translate;
  readonly #examples: readonly string[];
  readonly #details: MessageKey | undefined;

  constructor(translate: Translate, examples: readonly string[], details: MessageKey | undefined) {
    super();
    this.#translate = translate;
    this.#examples = examples;
    this.#details = details;
  }

  override styleTitle(title: string): string {
    const key = titles[title];
    return key === undefined ? title : this.#translate(key);
  }

  override commandUsage(command: Command): string {
    return super
      .commandUsage(command)
      .replace('[options]', this.#translate('help.optionsWord'))
      .replace('[command]', this.#translate('help.commandWord'));
  }

  override subcommandTerm(command: Command): string {
    return command.name();
  }

  override optionDescription(option: Option): string {
    const { argChoices, description } = option;
    return argChoices === undefined ? description : `${description} (${argChoices.join(', ')})`;
  }

  override argumentDescription(argument: Argument): string {
    return argument.description;
  }

  /** Narrow and other no-break spaces, as French sets them, must not be broken at; commander's wrapping would. */
  override boxWrap(text: string, width: number): string {
    const held = text.replaceAll('\u202f', '\ue000').replaceAll('\u00a0', '\ue001');
    return super.boxWrap(held, width).replaceAll('\ue000', '\u202f').replaceAll('\ue001', '\u00a0');
  }

  override formatHelp(command: Command, helper: Help): string {
    const parts = [super.formatHelp(command, helper).trimEnd()];
    if (this.#details !== undefined) parts.push(this.boxWrap(this.#translate(this.#details), this.helpWidth ?? 80));
    if (this.#examples.length > 0) {
      parts.push([this.#translate('help.examples'), ...this.#examples.map((example) => `  ${example}`)].join('\n'));
    }
    if (command.parent !== null) parts.push(this.#translate('help.global'));
    return `${parts.join('\n\n')}\n`;
  }
}

/** commander's titles, by its English. */
const titles: Readonly<Record<string, MessageKey>> = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Commands:': 'help.commands',
};
