import { readAddressee, readAhvTotals, readCounter, readFakTotals, readInstitution, readUid } from './elm/company.js';
import type { Element } from './elm/element.js';
import type { Addressee, AhvTotals, Counter, FakTotals, Institution } from './elm/model.js';
import type { Part } from './elm/parts.js';
import type { Values } from './elm/values.js';
import { Tally } from './tally.js';
import { parseUid } from './uid.js';

/** What a declaration says, except for the single persons, who are added up and let go. */
export class Facts {
  readonly tally = new Tally();
  readonly addressees: Addressee[] = [];
  readonly institutions: Institution[] = [];
  readonly ahvTotals: AhvTotals[] = [];
  readonly fakTotals: FakTotals[] = [];
  /** The calendar year for which contributions are determined (`AccountingPeriod`). */
  year: number | undefined;
  company: string | undefined;
  /** A well-formed UID, whose check digit may be wrong. */
  uid: Element | undefined;
  /** The element that marks the file as a test. */
  testCase: Element | undefined;
  /** The number of the accepted declaration that this one replaces. */
  predecessor: string | undefined;
  ahvCounter: Counter | undefined;
  fakCounter: Counter | undefined;

  take(part: Exclude<Part, 'person'>, element: Element, values: Values): void {
    switch (part) {
      case 'request':
        this.testCase = element.child('TestCase');
        return;
      case 'addressee':
        this.addressees.push(readAddressee(element));
        return;
      case 'substitution':
        this.predecessor = values.text(element, 'PredecessorDeclarationIDWithAcceptedState').slice(0, 255);
        return;
      case 'companyName':
        this.company = values.text(element, 'HR-RC-Name').slice(0, 255);
        return;
      case 'uid':
        this.#takeUid(element);
        return;
      case 'institution':
        this.institutions.push(readInstitution(element, values));
        return;
      case 'ahvTotals':
        this.ahvTotals.push(readAhvTotals(element, values));
        return;
      case 'fakTotals':
        this.fakTotals.push(readFakTotals(element, values));
        return;
      case 'counters':
        this.ahvCounter = readCounter(element, 'NumberOf-AHV-AVS-Salary-Tags', values);
        this.fakCounter = readCounter(element, 'NumberOf-FAK-CAF-Salary-Tags', values);
        return;
      case 'general':
        this.year = values.year(element, 'AccountingPeriod');
    }
  }

  #takeUid(element: Element): void {
    const uid = readUid(element);
    if (uid === undefined) return;
    const parsed = parseUid(uid.text);
    if (typeof parsed === 'string' || parsed.fault !== 'malformed') this.uid = uid;
  }
}
