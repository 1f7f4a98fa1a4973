import type { Call } from '../http/call.js';
import { etag, mustMatch } from '../http/etag.js';
import { page } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import type { Handlers } from '../http/types.js';
import type { Receipt } from '../../contract/portal.gen.js';
import { findingText, type FindingCode, type FindingParameters } from '../texts/findings.js';
import { answerDeclaration, courseState, findDeclaration, showDeclaration } from './declaration.js';

type Salary =
  | 'listSalaryDeclarations'
  | 'getSalaryDeclaration'
  | 'listDeclarationFindings'
  | 'getDeclarationReceipt'
  | 'releaseSalaryDeclaration';

export const salary: Pick<Handlers, Salary> = {
  listSalaryDeclarations(call, request) {
    const { year, state, sha256, idempotencyKey } = request.query;
    const { client } = call.member;
    const rows = call.portal.store.declarations;
    const filter = { year, state, sha256, idempotencyKey };
    return {
      status: 200,
      body: page(
        call,
        request,
        (slice) => rows.list(client.id, filter, call.now(), slice),
        (row) => showDeclaration(call, row),
      ),
    };
  },

  getSalaryDeclaration(call, { params }) {
    return { ...answerDeclaration(call, params.declaration), status: 200 };
  },

  listDeclarationFindings(call, request) {
    const declaration = findDeclaration(call, request.params.declaration);
    const rows = call.portal.store.declarations;
    return {
      status: 200,
      body: page(
        call,
        request,
        (slice) => (isChecked(call, declaration.id) ? rows.findings(declaration.id, slice) : []),
        ({ level, code, parameters, person, line }) => {
          const values = JSON.parse(parameters) as FindingParameters;
          return { level, code, text: findingText(call.language, code as FindingCode, values), person, line };
        },
      ),
    };
  },

  getDeclarationReceipt(call, { params }) {
    return { status: 200, body: JSON.parse(findDeclaration(call, params.declaration).receipt) as Receipt };
  },

  releaseSalaryDeclaration(call, { params, headers, body }) {
    return call.commit(() => {
      const declaration = findDeclaration(call, params.declaration);
      mustMatch(headers, etag(showDeclaration(call, declaration)));
      if (body.year !== declaration.year) throw new Problem('year-mismatch');
      if (courseState(call, declaration).state !== 'awaiting-release') throw new Problem('state-conflict');
      if (declaration.replacedAt !== null) {
        throw new Problem('state-conflict', { detail: 'The declaration that replaces this one is being checked.' });
      }
      call.portal.store.declarations.release(declaration.id, call.now());
      return { ...answerDeclaration(call, declaration.id), status: 200 };
    });
  },
};

function isChecked(call: Call, id: string): boolean {
  const { state } = courseState(call, findDeclaration(call, id));
  return state !== 'received' && state !== 'checking';
}
