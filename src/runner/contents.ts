import type { World } from '../platform/ports.js';
import type { Context } from './context.js';

/** What can be read only once, such as stdin, is read once a run. */
export function contents(world: World): Context['contentOf'] {
  const known = new Map<string, ReturnType<Context['contentOf']>>();
  return (file) => {
    const content =
      known.get(file) ??
      import('../operations/salary-bytes.js').then(({ rereadableBytesOf }) => rereadableBytesOf(file, world));
    known.set(file, content);
    return content;
  };
}
