// Writes docs/commands/<language>.md, the help of every command as the built program prints it, and docs/salary-rules.md.
// With --check: fails if one is stale.
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { salaryRulesPage } from './salary-rules.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'docs', 'commands');
const check = process.argv.includes('--check');
const run = promisify(execFile);

const nouns = commandsIn(await help([], 'en'));
const verbs = new Map(await Promise.all(nouns.map(async (noun) => [noun, commandsIn(await help([noun], 'en'))])));
await mkdir(folder, { recursive: true });
for (const language of ['de', 'fr', 'it', 'en']) await put(path.join(folder, `${language}.md`), await page(language));
await put(path.join(root, 'docs', 'salary-rules.md'), await salaryRulesPage());

async function put(file, text) {
  if (text === (await readFile(file, 'utf8').catch(() => ''))) return;
  if (!check) await writeFile(file, text);
  else {
    console.error(`stale: ${path.relative(root, file)} (npm run docs)`);
    process.exitCode = 1;
  }
}

async function page(language) {
  const parts = [
    '# connect',
    '<!-- Made by `npm run docs` from the declarations in src/commands. -->',
    await block([], language),
  ];
  for (const [noun, names] of verbs) {
    parts.push(`## connect ${noun}`, await block([noun], language));
    for (const name of names) {
      parts.push(`### connect ${noun} ${name}`, await block([noun, name], language));
      for (const below of commandsIn(await help([noun, name], 'en'))) {
        parts.push(`### connect ${noun} ${name} ${below}`, await block([noun, name, below], language));
      }
    }
  }
  return `${parts.join('\n\n')}\n`;
}

async function block(words, language) {
  return `\`\`\`text\n${(await help(words, language)).trimEnd()}\n\`\`\``;
}

async function help(words, language) {
  const env = { PATH: process.env.PATH, HOME: '/nowhere', CONNECT_LANG: language };
  return (await run(process.execPath, [path.join(root, 'bin', 'connect.js'), ...words, '--help'], { env })).stdout;
}

/** The names below "Commands:". */
function commandsIn(text) {
  const [, list = ''] = text.split('\nCommands:\n');
  return (
    list
      .split('\n\n')[0]
      .match(/^ {2}(\S+)/gm)
      ?.map((name) => name.trim()) ?? []
  );
}
