/** Complex types of one namespace, by names of our own, each in the form of `notation.ts`. */
export type Contents = Readonly<Record<string, string>>;

/** The content models of one edition, by the prefix that stands for the namespace of their elements. */
export type Edition = Readonly<Record<'sdc' | 'sd' | 'c', Contents>>;
