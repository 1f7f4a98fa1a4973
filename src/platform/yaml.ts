import { parse } from 'yaml';

/**
 * Reads YAML 1.2, of which JSON is a part. Names that stand twice in a map are a mistake; references to other parts of the
 * document expand to a hundred times at most.
 * @throws an Error whose message says where
 */
export const parseYaml = (text: string): unknown =>
  parse(text, { maxAliasCount: 100, prettyErrors: true, uniqueKeys: true });
