import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { createTemplate } from '../../sandbox/index.js';
import { FakeClock } from './clock.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A filled database of the sandbox, to be copied. */
    readonly sandboxTemplate: string;
  }
}

/** Builds the programs and invents the people of the sandbox, once for all tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (process.env['CONNECT_TESTS_BUILT'] !== '1') {
    const built = spawnSync(process.execPath, ['scripts/build.mjs'], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`the build failed\n${built.stdout}${built.stderr}`);
  }
  const directory = mkdtempSync(path.join(os.tmpdir(), 'connect-template-'));
  const template = path.join(directory, 'portal.db');
  await createTemplate(template, { clock: new FakeClock(), seed: 'tests', passwordCost: 2 });
  project.provide('sandboxTemplate', template);
  return () => {
    rmSync(directory, { recursive: true, force: true });
  };
}
