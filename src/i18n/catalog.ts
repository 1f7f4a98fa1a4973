/** One text per plural category of the language (CLDR: `one`, `other`, and `many` in French and Italian). */
export interface Plural {
  readonly one: string;
  readonly many?: string;
  readonly other: string;
}

/** A text with `{name}` placeholders; a plural one chooses its form by the parameter `count`. */
export type Message = string | Plural;

export type Messages = Readonly<Record<string, Message>>;

/** The same keys in another language, and a plural exactly where English has one. */
export type TranslationOf<English extends Messages> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};
