import type { Messages } from '../catalog.js';
import { plausibilityFindings } from './plausibility-findings.js';
import { tableFindings } from './table-findings.js';

/** What salary files do wrong: `finding.CODE.variant` tells it, `finding.CODE.variant.fix` tells how to mend it. */
export const findings = {
  'finding.X01.syntax': 'This is not well-formed XML: there is a character here that may not be here.',
  'finding.X01.syntax.fix': 'Export the file again from the payroll program. Do not edit it by hand.',
  'finding.X01.tags': 'This is not well-formed XML: an element is closed here that is not the open one.',
  'finding.X01.tags.fix': 'Export the file again from the payroll program. Do not edit it by hand.',
  'finding.X01.end': 'The file ends too early: elements are still open. It was cut off while being saved or copied.',
  'finding.X01.end.fix': 'Export the file again, and wait until it is written completely before you copy it.',
  'finding.X01.entity':
    'An entity is used here that XML does not define. Entities of their own are not allowed in ELM.',
  'finding.X01.entity.fix': 'Have the payroll program write the character itself, and & as &amp;.',
  'finding.X01.namespace': 'A prefix is used here that stands for no namespace.',
  'finding.X01.namespace.fix':
    'Export the file again from the payroll program; the declaration of the prefix was lost.',
  'finding.X02.doctype':
    'The file contains a document type declaration (DOCTYPE). ELM has none, and it can be dangerous.',
  'finding.X02.doctype.fix': 'Find out where the file comes from. Use only the file that the payroll program exported.',
  'finding.X03.bytes': 'There are bytes here that are no characters in {encoding}.',
  'finding.X03.bytes.fix':
    'Export the file in UTF-8. If it was opened in an editor, it may have been saved there in another encoding.',
  'finding.X03.unsupported': 'The file is encoded in {encoding}, which cannot be read.',
  'finding.X03.unsupported.fix': 'Export the file in UTF-8.',
  'finding.X03.mismatch': 'The file claims to be encoded in {declared}, but it is {actual}.',
  'finding.X03.mismatch.fix': 'Export the file again in UTF-8. It was probably converted on its way.',
  'finding.X04.empty': 'The file is empty.',
  'finding.X04.empty.fix': 'Export the file again from the payroll program.',
  'finding.X05.zip': 'This is a ZIP archive, and no XML file.',
  'finding.X05.zip.fix': 'Unpack the archive and take the ELM file or the workbook in it.',
  'finding.X05.xls': 'This is a workbook of an old Excel version (.xls), or one that is protected by a password.',
  'finding.X05.xls.fix': 'Save it as .xlsx, without a password for opening it.',
  'finding.X05.protected': 'This workbook is protected by a password, and encrypted with it.',
  'finding.X05.protected.fix': 'Remove the password for opening it and save it as .xlsx.',
  'finding.X05.other':
    'This is neither an ELM file (XML) nor an Excel template nor a CSV file whose headings are understood.',
  'finding.X05.other.fix':
    'Choose the file that the payroll program has exported for the AHV, or the filled-in template.',
  'finding.X06.depth': 'Elements are nested deeper than {limit} levels here. No salary declaration does that.',
  'finding.X06.depth.fix': 'Export the file again. If it stays that way, ask the maker of the payroll program.',
  'finding.X07.name': 'A name is longer than {limit} characters here. No salary declaration has such a name.',
  'finding.X07.name.fix': 'Export the file again. If it stays that way, ask the maker of the payroll program.',
  'finding.X08.text': 'A text is longer than {limit} characters here. No salary declaration has such a text.',
  'finding.X08.text.fix': 'Export the file again. If it stays that way, ask the maker of the payroll program.',
  'finding.X09.attributes': 'An element has more than {limit} attributes here. No salary declaration has that.',
  'finding.X09.attributes.fix': 'Export the file again. If it stays that way, ask the maker of the payroll program.',
  'finding.X10.size': 'The file is larger than {limit} MiB and was not read any further.',
  'finding.X10.size.fix': 'Check that it is the right file. Divide a very large company by payroll areas.',
  'finding.X11.record': 'A single entry is unusually large, more than {limit} characters.',
  'finding.X11.record.fix': 'Export the file again. If it stays that way, ask the maker of the payroll program.',
  'finding.X11.parts': 'The file has more than {limit} elements {element}. A company has only a few.',
  'finding.X11.parts.fix': 'Check the institutions in the payroll program. One file belongs to one company.',
  'finding.X12.omitted': {
    one: '{count} further finding is not listed.',
    other: '{count} further findings are not listed.',
  },
  'finding.X12.omitted.fix': 'Mend the listed ones first; they often have one cause. Then check again.',

  'finding.V01.foreign':
    'This is not a salary declaration of the Swissdec standard (ELM), but {root} of «{namespace}».',
  'finding.V01.foreign.fix': 'Choose the ELM file (XML) that the payroll program exported for the AHV.',
  'finding.V01.old': 'The file is written in ELM {version}. The funds no longer accept this version.',
  'finding.V01.old.fix': 'Update the payroll program and export the file in ELM 5.0.',
  'finding.V01.new': 'The file is written in ELM {version}. This version is not supported yet.',
  'finding.V01.new.fix': 'Export the file in ELM 5.0, or look for a newer version of connect.',
  'finding.V01.consumer':
    'The file contains {root}: the message by which the distributor hands a declaration to a fund, not a declaration of an employer.',
  'finding.V01.consumer.fix': 'Upload the file that the payroll program exported (DeclareSalary).',
  'finding.V01.root': 'The file is ELM {version}, but contains {root} instead of a salary declaration (DeclareSalary).',
  'finding.V01.root.fix':
    'Export the yearly salary declaration from the payroll program, not an answer or another message.',
  'finding.V01.second': 'The file contains a second declaration here ({root}).',
  'finding.V01.second.fix': 'Export one file for each company.',
  'finding.V01.declaration': 'The file contains no salary declaration (SalaryDeclaration).',
  'finding.V01.declaration.fix': 'Export the file again from the payroll program.',
  'finding.V01.schemaVersion': 'The attribute schemaVersion must be 0.0, but is «{found}».',
  'finding.V01.schemaVersion.fix': 'Update the payroll program and export the file again.',
  'finding.V01.namespace':
    'The element {element} belongs to «{namespace}» and not to this version of ELM. It is ignored.',
  'finding.V01.namespace.fix': 'Export the file again. A file must not mix two versions of ELM.',

  'finding.V02.missing': '{element} is missing.',
  'finding.V02.missing.fix': 'Complete the entry in the payroll program and export the file again.',
  'finding.V02.unexpected': '{parent} has no element {element}. Allowed here: {expected}.',
  'finding.V02.unexpected.fix':
    'Update the payroll program and export the file again. If it stays that way, tell the maker of the program.',
  'finding.V02.extra': '{element} may not be here: nothing more may follow in {parent}.',
  'finding.V02.extra.fix':
    'Update the payroll program and export the file again. If it stays that way, tell the maker of the program.',
  'finding.V02.order': 'The order in {parent} is not right: {element} must come before {before}.',
  'finding.V02.order.fix':
    'Update the payroll program and export the file again. If it stays that way, tell the maker of the program.',
  'finding.V02.tooMany': '{element} is there too often: {parent} has it {max} times at most.',
  'finding.V02.tooMany.fix': 'Find out in the payroll program which entry is right, and export the file again.',
  'finding.V02.choice': '{element} may not stand beside {other}: there can be only one of them.',
  'finding.V02.choice.fix': 'Find out in the payroll program which entry is right, and export the file again.',
  'finding.V02.namespace': '{element} belongs to the namespace «{expected}», but is in «{found}».',
  'finding.V02.namespace.fix':
    'Update the payroll program and export the file again. If it stays that way, tell the maker of the program.',
  'finding.V02.noNamespace': '{element} is in no namespace; it belongs to «{expected}».',
  'finding.V02.noNamespace.fix':
    'Update the payroll program and export the file again. If it stays that way, tell the maker of the program.',
  'finding.V02.attribute': '{element} has no attribute {attribute}.',
  'finding.V02.attribute.fix':
    'Update the payroll program and export the file again. If it stays that way, tell the maker of the program.',
  'finding.V02.text': '{element} contains text beside its elements. No text may be there.',
  'finding.V02.text.fix': 'Export the file again from the payroll program. Do not edit it by hand.',
  'finding.V02.content': '{element} must be empty; not even white space may be in it.',
  'finding.V02.content.fix':
    'Update the payroll program and export the file again. If it stays that way, tell the maker of the program.',

  'finding.V02.blank': '{element} is empty.',
  'finding.V02.blank.fix': 'Complete the entry in the payroll program and export the file again.',
  'finding.V02.length': '{element} must have {min} to {max} characters.',
  'finding.V02.length.fix': 'Correct the entry in the payroll program.',
  'finding.V02.form': '{element} is not written in the form {example}.',
  'finding.V02.form.fix': 'Correct the entry in the payroll program.',
  'finding.V02.code': '{element} has a value that does not exist. Possible are: {allowed}.',
  'finding.V02.code.fix': 'Choose one of these in the payroll program, and export the file again.',
  'finding.V02.amount': '{element} is not an amount as ELM demands it: digits, a point, two decimals, as in 91000.00.',
  'finding.V02.amount.fix': 'Export the file again without thousands separators and with two decimals.',
  'finding.V02.unsignedAmount':
    '{element} is not an amount without a sign: digits, a point, two decimals, as in 91000.00.',
  'finding.V02.unsignedAmount.fix': 'Enter the amount in the payroll program without a minus.',
  'finding.V02.hours': '{element} is not a number of hours from {min} to {max} with two decimals, as in 42.00.',
  'finding.V02.hours.fix': 'Correct the working time in the payroll program.',
  'finding.V02.decimal': '{element} is not a number, as in 5.0.',
  'finding.V02.decimal.fix':
    'Update the payroll program and export the file again. If it stays that way, tell the maker of the program.',
  'finding.V02.whole': '{element} is not a whole number from {min} to {max}.',
  'finding.V02.whole.fix': 'Correct the entry in the payroll program.',
  'finding.V02.count': '{element} is not a whole number.',
  'finding.V02.count.fix': 'Export the file again from the payroll program.',
  'finding.V02.date': '{element} is not a date as ELM demands it: year, month, day, as in 2025-01-31.',
  'finding.V02.date.fix': 'Correct the date in the payroll program.',
  'finding.V02.dateTime': '{element} is not a date with a time, as in 2026-01-12T08:30:00.',
  'finding.V02.dateTime.fix':
    'Update the payroll program and export the file again. If it stays that way, tell the maker of the program.',
  'finding.V02.year': '{element} is not a year of four digits.',
  'finding.V02.year.fix': 'Choose the declaration year in the payroll program and export the file again.',
  'finding.V02.canton': '{element} is not the abbreviation of a canton.',
  'finding.V02.canton.fix': 'Enter the canton in the payroll program, as in ZH.',
  'finding.V02.nationality':
    '{element} is no nationality: two capital letters as in CH, 11 for unknown, 22 for stateless.',
  'finding.V02.nationality.fix': 'Correct the nationality in the payroll program.',
  'finding.V02.ahvNumber': 'The AHV number is not written in the form 756.dddd.dddd.dd.',
  'finding.V02.ahvNumber.fix': 'Correct the number by the insurance certificate of the person.',
  'finding.V02.uid': 'The UID is not written in the form CHE-ddd.ddd.ddd.',
  'finding.V02.uid.fix': 'Correct the UID in the payroll program. It is in the UID register: uid.admin.ch.',
  'finding.V02.fund': 'The number of the compensation fund is not written in the form ddd.ddd, as in 095.000.',
  'finding.V02.fund.fix': 'Correct the fund number in the payroll program.',

  'finding.V03.institution':
    'A salary refers to the institution «{reference}», which the file does not contain under {domain}.',
  'finding.V03.institution.fix': 'Assign the salaries to an institution in the payroll program that is declared too.',
  'finding.V03.totalsInstitution':
    'Totals refer to the institution «{reference}», which the file does not contain under {domain}.',
  'finding.V03.totalsInstitution.fix': 'Export the file again from the payroll program.',
  'finding.V03.totals':
    'The totals of the institution «{institution}» ({domain}) are missing, so the salaries cannot be compared.',
  'finding.V03.totals.fix': 'Have the payroll program export the totals too.',
  'finding.V03.duplicate': '{name} «{value}» is there twice, so it is not clear which one counts.',
  'finding.V03.duplicate.fix': 'Declare each fund and each canton once. Join double entries in the payroll program.',
  'finding.V03.tooMany': 'The salaries refer to more institutions than can be compared.',
  'finding.V03.tooMany.fix': 'Check the institutions in the payroll program. One file belongs to one company.',
  'finding.V04.order': 'The contribution period begins on {from}, after its end on {until}.',
  'finding.V04.order.fix': 'Correct entry and exit of the person in the payroll program.',
  'finding.V04.years': 'The contribution period from {from} to {until} lies in several calendar years.',
  'finding.V04.years.fix': 'Declare each calendar year with a period of its own.',
  'finding.V05.amount': '{element} is larger than an amount can be.',
  'finding.V05.amount.fix': 'Correct the amount in the payroll program.',
  'finding.V05.date': '{element} is a date of another age: its year does not have four digits.',
  'finding.V05.date.fix': 'Correct the date in the payroll program.',
  'finding.V05.year': '{element} is a year of another age: it does not have four digits.',
  'finding.V05.year.fix': 'Choose the declaration year in the payroll program and export the file again.',
  'finding.V06.refused': 'The schema of Swissdec refuses this: {detail}.',
  'finding.V06.refused.fix':
    'Update the payroll program and export the file again. If it stays that way, show this message to the maker of the program.',

  'finding.A01.other': 'The file is meant for the fund {found}, not for the fund {expected}.',
  'finding.A01.other.fix': 'Choose the client at the right fund, or correct the fund number in the payroll program.',
  'finding.A01.none':
    'The file is meant for no fund: it contains no institution AHV-AVS or FAK-CAF. The fund {expected} was expected.',
  'finding.A01.none.fix': 'Choose AHV and FAK as recipients in the payroll program and export the file again.',
  'finding.A02.ahv': 'The file belongs to the member number {found}, not to {expected}.',
  'finding.A02.ahv.fix': 'Choose the right client or the right file. Never upload the wages of another company.',
  'finding.A02.fak': 'The FAK in the file has the member number {found}, not {expected}.',
  'finding.A02.fak.fix': 'Correct the member number of the FAK in the payroll program, or choose the right client.',
  'finding.A03.accepted':
    'The fund has accepted a declaration for {year} already ({id}), and this file does not say that it replaces that one.',
  'finding.A03.accepted.fix':
    'Submit it with --replace {id} if it is meant to replace that one. For a correction, export a replacement from the payroll program.',
  'finding.A03.waiting': 'There is a declaration for {year} on its way already ({id}).',
  'finding.A03.waiting.fix': 'Wait for what becomes of it, or submit this file with --replace {id}.',
  'finding.A03.same': 'The portal has this very file already, as declaration {id} for {year}.',
  'finding.A03.same.fix': 'Nothing is to be done. If you submit it again, the first receipt is the answer.',
  'finding.A04.test': 'The file is marked as a test case. The fund does not process it.',
  'finding.A04.test.fix': 'For the real declaration, export the file without the mark.',

  ...plausibilityFindings,
  ...tableFindings,
} as const satisfies Messages;
