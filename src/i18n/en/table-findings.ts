import type { Messages } from '../catalog.js';

/** What can be wrong with a workbook or a CSV file. */
export const tableFindings = {
  'finding.T01.damaged': 'The workbook is damaged or was cut off; it can’t be unpacked.',
  'finding.T01.damaged.fix':
    'Open the file in Excel or LibreOffice, save it again as .xlsx and try once more. If it won’t open there either, it is damaged.',
  'finding.T01.duplicate': '“{entry}” is in the archive twice, so it is not clear which one counts.',
  'finding.T01.duplicate.fix': 'Open the workbook in Excel or LibreOffice, save it again, and compare what is in it.',
  'finding.T01.name':
    'The archive has an entry whose name leads out of it: “{entry}”. No spreadsheet program writes that.',
  'finding.T01.name.fix':
    'Find out where the file comes from. Use only a workbook that Excel or LibreOffice has saved.',
  'finding.T01.encrypted': '“{entry}” in the archive is encrypted.',
  'finding.T01.encrypted.fix': 'Save the workbook without a password.',
  'finding.T01.method': '“{entry}” is packed by a method that workbooks don’t use.',
  'finding.T01.method.fix':
    'Open the file in Excel or LibreOffice, save it again as .xlsx and try once more. If it won’t open there either, it is damaged.',
  'finding.T01.size': '“{entry}” is not as long as the archive says.',
  'finding.T01.size.fix':
    'Open the file in Excel or LibreOffice, save it again as .xlsx and try once more. If it won’t open there either, it is damaged.',
  'finding.T01.checksum': 'The checksum of “{entry}” is wrong: the file was changed or damaged on its way.',
  'finding.T01.checksum.fix':
    'Open the file in Excel or LibreOffice, save it again as .xlsx and try once more. If it won’t open there either, it is damaged.',

  'finding.T02.bytes': 'The file is larger than {limit} MiB and was not read.',
  'finding.T02.bytes.fix': 'Check whether it is the right file. Divide a very large company by its payroll areas.',
  'finding.T02.entries': 'The archive has more than {limit} entries. No workbook of a template has so many.',
  'finding.T02.entries.fix': 'Find out where the file comes from. Use only the file that you filled in yourself.',
  'finding.T02.expanded':
    'Unpacked, the workbook would be larger than {limit} MiB (“{entry}”). It was not read any further.',
  'finding.T02.expanded.fix': 'Find out where the file comes from. Use only the file that you filled in yourself.',
  'finding.T02.ratio':
    '“{entry}” would grow to more than {limit} times its size. That is how zip bombs are made, not workbooks.',
  'finding.T02.ratio.fix': 'Find out where the file comes from. Use only the file that you filled in yourself.',
  'finding.T02.sheets': 'The workbook has more than {limit} sheets.',
  'finding.T02.sheets.fix': 'Make a new template with connect salary template and copy the values into it.',
  'finding.T02.strings': 'The texts of the workbook are longer than {limit} characters together.',
  'finding.T02.strings.fix': 'Make a new template with connect salary template and copy the values into it.',
  'finding.T02.rows': 'The table has more than {limit} rows.',
  'finding.T02.rows.fix': 'Divide the company by its payroll areas, or export ELM from a payroll program.',
  'finding.T02.columns': 'The sheet has something beyond column {limit}.',
  'finding.T02.columns.fix': 'Delete what stands to the right of the table.',
  'finding.T02.cell': 'The cell holds more than {limit} characters.',
  'finding.T02.cell.fix': 'Shorten the text of the cell.',

  'finding.T03.none': 'This is a ZIP archive, but no Excel workbook.',
  'finding.T03.none.fix': 'Unpack the archive and take the workbook or the ELM file in it.',
  'finding.T03.ods': 'This is an OpenDocument spreadsheet (.ods).',
  'finding.T03.ods.fix': 'Save it as Excel workbook (.xlsx).',
  'finding.T03.binary': 'This is a binary Excel workbook (.xlsb).',
  'finding.T03.binary.fix': 'Save the workbook as .xlsx.',
  'finding.T03.part': 'The workbook lacks its part “{part}”.',
  'finding.T03.part.fix':
    'Open the file in Excel or LibreOffice, save it again as .xlsx and try once more. If it won’t open there either, it is damaged.',
  'finding.T03.doctype':
    'The part “{part}” contains a document type declaration (DOCTYPE). No workbook has one, and it can be dangerous.',
  'finding.T03.doctype.fix':
    'Find out where the file comes from. Use only a workbook that Excel or LibreOffice has saved.',
  'finding.T03.encoding': 'The characters of the part “{part}” are not those of its encoding.',
  'finding.T03.encoding.fix': 'Open the workbook in Excel or LibreOffice and save it again.',
  'finding.T03.xml': 'The workbook is damaged: its part “{part}” can’t be read from line {line} on.',
  'finding.T03.xml.fix':
    'Open the file in Excel or LibreOffice, save it again as .xlsx and try once more. If it won’t open there either, it is damaged.',
  'finding.T03.reference':
    'The workbook is damaged: on the sheet “{sheet}”, “{reference}” refers to nothing or to the wrong place.',
  'finding.T03.reference.fix':
    'Open the file in Excel or LibreOffice, save it again as .xlsx and try once more. If it won’t open there either, it is damaged.',

  'finding.T04.none': 'The workbook was not made by the template of connect.',
  'finding.T04.none.fix':
    'Make a new template with connect salary template and copy the values into it. Or save the table as CSV.',
  'finding.T04.version':
    'The workbook was made by version {found} of the template; this version of connect reads version {known}.',
  'finding.T04.version.fix': 'Make a new template with connect salary template and copy the values into it.',
  'finding.T04.several': 'Two sheets are salary declarations: “{first}” and “{second}”. It is not clear which counts.',
  'finding.T04.several.fix': 'Delete the sheet that does not count, or make a workbook of each.',
  'finding.T04.label':
    'The template has “{expected}” here, but the cell says “{found}”. Rows were moved or overwritten.',
  'finding.T04.label.fix': 'Make a new template with connect salary template and copy the values into it.',

  'finding.T05.missing': '“{label}” is missing above the table.',
  'finding.T05.missing.fix': 'Fill it in. In a CSV file a line above the headings is enough; --year gives the year.',
  'finding.T05.year': 'The year above the table is no year of four digits.',
  'finding.T05.year.fix': 'Write the declaration year, such as 2025.',
  'finding.T05.conflict': 'The table says {found} for “{label}”, and the command {given}.',
  'finding.T05.conflict.fix': 'Leave the option out, or correct the table.',

  'finding.T06.changed': 'The template has the column “{expected}” here, but the heading says “{found}”.',
  'finding.T06.changed.fix':
    'Restore the columns of the template, in its order. Make a new template with connect salary template and copy the values into it.',
  'finding.T06.none': 'The table has no line of headings that is understood.',
  'finding.T06.none.fix':
    'Put headings such as AHV-Nummer, Name, AHV-Lohn above the columns, in German, French, Italian or English.',
  'finding.T06.missing': 'The column “{column}” is missing.',
  'finding.T06.missing.fix': 'Add the column; it is needed for every person.',
  'finding.T06.twice': 'The column “{column}” is there for the second time under one name or another.',
  'finding.T06.twice.fix': 'Keep only the column that counts.',
  'finding.T06.unread': 'The column “{column}” is not read.',
  'finding.T06.unread.fix': 'If the fund needs it, tell it on another way.',

  'finding.T07.missing': '“{column}” is empty.',
  'finding.T07.missing.fix': 'Fill in the cell. Where there is no wage, write 0.',
  'finding.T07.amount': '“{column}” is no amount.',
  'finding.T07.amount.fix': 'Write an amount such as 91’000.00 or 91000.',
  'finding.T07.ambiguousAmount':
    '“{column}” can be read in two ways: the sign before the last three digits may separate thousands or decimals.',
  'finding.T07.ambiguousAmount.fix': 'Write thousands with an apostrophe and always two decimals, such as 91’000.00.',
  'finding.T07.precise': '“{column}” has fractions of a centime, which the screen perhaps does not show.',
  'finding.T07.precise.fix': 'Round the amount to centimes, in Excel with ROUND(…;2).',
  'finding.T07.range': '“{column}” is larger than an amount can be.',
  'finding.T07.range.fix': 'Correct the amount.',
  'finding.T07.date': '“{column}” is no date.',
  'finding.T07.date.fix': 'Write day, month and year, such as 31.01.2025.',
  'finding.T07.ambiguousDate':
    '“{column}” can be read in two ways: day and month could be exchanged, or it is only a year.',
  'finding.T07.ambiguousDate.fix': 'Write day, month and year with dots, such as 31.01.2025.',
  'finding.T07.ahvNumber': '“{column}” has not the thirteen digits of an AHV number.',
  'finding.T07.ahvNumber.fix':
    'Correct the number by the insurance certificate. If the person has none yet, leave the cell empty.',
  'finding.T07.sex': '“{column}” is neither F nor M.',
  'finding.T07.sex.fix': 'Write F for women and M for men.',
  'finding.T07.canton': '“{column}” is no abbreviation of a canton.',
  'finding.T07.canton.fix': 'Write the two letters of the canton, such as ZH.',
  'finding.T07.mark': '“{column}” is neither a cross nor a date.',
  'finding.T07.mark.fix': 'Write x if the person has left for good, otherwise nothing.',
  'finding.T07.text': '“{column}” is too long or holds broken characters.',
  'finding.T07.text.fix': 'Shorten the text or type it anew.',
  'finding.T07.error': 'The cell of “{column}” shows an error such as #REF!.',
  'finding.T07.error.fix': 'Correct the formula, or write the value itself.',
  'finding.T07.uncomputed': 'The cell of “{column}” holds a formula whose result is not in the file.',
  'finding.T07.uncomputed.fix': 'Open the file in Excel or LibreOffice, let it calculate, and save it again.',

  'finding.T08.hidden': 'The row is hidden, and counts all the same.',
  'finding.T08.hidden.fix': 'Show all rows, lift filters, and check whether the row belongs there.',
  'finding.T08.merged': 'The cells {range} are merged. It is not clear for whom their value is meant.',
  'finding.T08.merged.fix': 'Unmerge the cells and fill in each.',
  'finding.T08.total': 'The row looks like a total and was not read.',
  'finding.T08.total.fix': 'Delete the row; totals are calculated by connect and by the fund.',
  'finding.T08.none': 'The table has headings, but nobody below them.',
  'finding.T08.none.fix': 'If nobody was paid, hand in a nil return. Otherwise fill in the rows.',

  'finding.T09.quote': 'A quotation mark here is not closed, or stands where it must not.',
  'finding.T09.quote.fix': 'Save the table as CSV again. A quotation mark within a field is written twice.',
  'finding.T09.record': 'A record here is longer than {limit} characters. Probably a quotation mark is not closed.',
  'finding.T09.record.fix': 'Save the table as CSV again, from the program that it comes from.',
  'finding.T09.characters':
    'The file is no text in one encoding: it was cut off, mixes UTF-8 with Windows-1252, or is no CSV.',
  'finding.T09.characters.fix': 'Save the table as CSV (UTF-8) again and copy it only when it is complete.',
} as const satisfies Messages;
