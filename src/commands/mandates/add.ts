import { mandatePowerValues, themeValues } from '../../../contract/portal.gen.js';
import { noteAgain, noteAtPortal, noteHere } from '../../operations/change-mandates.js';
import { isSame, mandateRowsOf, takesMandates } from '../../operations/mandates.js';
import { write } from '../define.js';
import { choices, day, flag, pattern, text } from '../options.js';
import { askMandate } from './ask-mandate.js';
import { lastDay, mandateFields } from './columns.js';
import { knowledgeOf } from './knowledge.js';

export const addMandate = write({
  name: 'add',
  summary: 'mandates.add.summary',
  details: 'mandates.add.details',
  examples: [
    'connect mandates add --client 20003.00 --holder "Treuhand Seeblick AG" --signatory "Yves Clerc" ' +
      '--issued 2026-11-02 --expires 2028-12-31 --scan vollmacht.pdf',
    'connect mandates add --client 20003.00 --holder "Treuhand Seeblick AG" --signatory "Yves Clerc" ' +
      '--issued 2026-11-02 --until-revoked --theme salary-declaration --power submission --scan vollmacht.pdf',
  ],
  acts: 'client',
  aboutMandates: true,
  args: {},
  options: {
    holder: pattern('--holder <name>', 'mandates.add.holder', /\S/, 'Treuhand Seeblick AG'),
    signatory: pattern('--signatory <name>', 'mandates.add.signatory', /\S/, 'Yves Clerc'),
    issued: day('--issued <day>', 'mandates.add.issued'),
    expires: day('--expires <day>', 'mandates.add.expires'),
    untilRevoked: flag('--until-revoked', 'mandates.add.untilRevoked'),
    theme: choices('--theme <theme>', 'mandates.add.theme', themeValues),
    power: choices('--power <power>', 'mandates.add.power', mandatePowerValues),
    scan: text('--scan <file>', 'mandates.add.scan'),
  },
  prepare: async (input, context) => {
    const { portal, client, world, ask, tell } = context;
    const known = knowledgeOf(context);
    const mandate = await askMandate(input, client, known.today, ask, world.cwd);
    const rows = await mandateRowsOf(portal, client, known);
    const atPortal = await takesMandates(portal);
    const same = rows.filter((row) => row.state !== 'revoked' && isSame(row, mandate));
    const done = same.find(({ keptAt }) => !atPortal || keptAt.includes('portal'));
    const { holder, signatory } = mandate;
    const params = { client: client.name, holder, signatory, on: lastDay(mandate, tell), id: done?.id ?? '' };
    const summary = atPortal ? 'mandates.add.will' : 'mandates.add.willHere';
    return {
      summary: done === undefined ? summary : 'mandates.add.already',
      params,
      request: atPortal
        ? { method: 'POST', path: `/clients/${client.number}/mandates`, body: mandate }
        : { method: 'WRITE', path: known.ledger.file, body: mandate },
      consent: { kind: 'none' },
      // Also if it is there already: that may be what became of a lost answer, which is settled then.
      intent: { operation: 'mandates.add', content: JSON.stringify(mandate) },
      carryOut: async (idempotencyKey) => {
        if (done !== undefined) return noteAgain(known, done);
        if (!atPortal) return noteHere(client, mandate, known, world);
        return noteAtPortal(portal, client, mandate, known, { idempotencyKey, instead: same });
      },
    };
  },
  fields: mandateFields,
});
