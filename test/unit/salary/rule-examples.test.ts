import { describe, expect, test } from 'vitest';
import { findings as english } from '../../../src/i18n/en/findings.js';
import { declarations, rules } from '../../../src/salary/rules/index.js';
import { check } from './check-text.js';
import { examples } from './rule-examples.js';

const variants = rules.flatMap((rule) => Object.keys(rule.variants).map((variant) => `${rule.code}.${variant}`));

/** These speak of the file as a whole. */
const withoutPlace = /^(?:V03\.tooMany|A01\.none|P12\.unknownFigures)$/;
/** These speak of one person. */
const ofPerson = /^(?:V04|P01|P06|P07|P08|P09|P10|P11|P12\.(?:earlier|later)|P13|P15|P16)/;

test('every variant of every rule has an example', () => {
  expect([...Object.keys(examples), 'P13.limit'].sort()).toEqual(variants.toSorted());
});

describe.each(Object.entries(examples))('%s', (key, { wrong, right, recipient }) => {
  const [code = '', variant = ''] = key.split('.');

  test('is found, with all that a finding has', async () => {
    const { findings, ok } = await check(wrong, recipient);
    const [found] = findings.filter((each) => each.key === `finding.${key}`);
    const declaration = declarations.find((each) => each.code === code);
    const { severity, level, source } = found ?? {};
    expect({ severity, level, source }).toEqual({
      severity: declaration?.variants[variant],
      level: declaration?.level,
      source: declaration?.source,
    });
    expect(found?.line !== undefined && found.column !== undefined && found.path !== undefined).toBe(
      !withoutPlace.test(key),
    );
    if (ofPerson.test(key)) expect(found?.person?.ordinal).toBeGreaterThan(0);
    expect(found?.person?.ahvNumber ?? '756.****.****.00').toMatch(/^\d{3}\.\*{4}\.\*{4}\.\d{2}$/);
    expect(Object.keys(english)).toContain(`finding.${key}.fix`);
    if (severity === 'error') expect(ok).toBe(false);
  });

  test('is not found where it is not', async () => {
    const { findings } = await check(right, recipient);
    expect(findings.filter((each) => each.key === `finding.${key}`)).toEqual([]);
  });
});
