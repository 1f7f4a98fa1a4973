import type { Messages } from '../catalog.js';

/** Of what the rules of plausibility find, P01 to P16. */
export const plausibilityFindings = {
  'finding.P01.checkDigit':
    'The AHV number is wrong: its check digit does not fit. One digit is wrong, or two are exchanged.',
  'finding.P01.checkDigit.fix': 'Correct the number by the insurance certificate of the person.',
  'finding.P01.prefix': 'The AHV number does not begin with 756, as every Swiss one does.',
  'finding.P01.prefix.fix': 'Correct the number by the insurance certificate of the person.',
  'finding.P01.unknown': 'The person is declared without an AHV number.',
  'finding.P01.unknown.fix': 'Enter the number. If the person has none yet, register the person with the fund.',
  'finding.P02.checkDigit': 'The UID {uid} is wrong: its check digit does not fit.',
  'finding.P02.checkDigit.fix': 'Correct the UID in the payroll program. It is in the UID register: uid.admin.ch.',
  'finding.P03.total':
    '{element} of the institution «{institution}» is declared as {declared}, but the salaries add up to {computed}; the difference is {difference}.',
  'finding.P03.total.fix':
    'Calculate the year again in the payroll program and export the file again. Do not edit the total.',
  'finding.P03.overflow':
    'The salaries for {element} of the institution «{institution}» add up to more than can be calculated exactly.',
  'finding.P03.overflow.fix': 'Look for impossible amounts in the payroll program.',
  'finding.P04.counter': '{element} says {declared}, but the file contains {counted}.',
  'finding.P04.counter.fix': 'Export the file again. Salaries were lost or added on the way.',
  'finding.P05.contributory':
    'The FAK wages of the canton {canton} are declared as {declared}, but the salaries add up to {computed}; the difference is {difference}.',
  'finding.P05.contributory.fix': 'Check the workplace cantons in the payroll program and export the file again.',
  'finding.P05.supplement':
    'The family allowances of the canton {canton} are declared as {declared}, but add up to {computed}; the difference is {difference}.',
  'finding.P05.supplement.fix': 'Check the family allowances in the payroll program and export the file again.',
  'finding.P05.missing': 'The FAK total of the canton {canton} is missing; its salaries add up to {computed}.',
  'finding.P05.missing.fix': 'Check the workplace cantons in the payroll program and export the file again.',
  'finding.P05.overflow': 'The FAK amounts of the canton {canton} add up to more than can be calculated exactly.',
  'finding.P05.overflow.fix': 'Look for impossible amounts in the payroll program.',

  'finding.P06.tooYoung':
    '{amount} are declared as AHV wage of {year}, but only those born in {first} or earlier owe contributions then.',
  'finding.P06.tooYoung.fix': 'Check the date of birth. If it is right, declare the wage as exempt from AHV and ALV.',
  'finding.P07.ceiling': 'The ALV wage of {year} is {amount}; the ceiling of the year is {ceiling}.',
  'finding.P07.ceiling.fix': 'Declare what is above the ceiling as exempt from ALV.',
  'finding.P07.proRata':
    'The ALV wage of {year} is {amount}; for the time of the employment ({days} of 360 days) the ceiling is {ceiling}.',
  'finding.P07.proRata.fix':
    'Check the periods. What is above the ceiling is exempt from ALV; how part months count is custom, not law.',
  'finding.P07.aboveAhv': 'The ALV wage of {year} is {alv}, more than the AHV wage of {ahv}.',
  'finding.P07.aboveAhv.fix': 'Check both wages in the payroll program: the ALV wage is a part of the AHV wage.',
  'finding.P08.afterReferenceAge':
    '{amount} are declared as ALV wage, but the person reached the reference age in {month} and is no longer insured.',
  'finding.P08.afterReferenceAge.fix':
    'Check date of birth and sex. If they are right, declare the wage as exempt from ALV.',
  'finding.P09.notDivided':
    'The person reaches the reference age in {month}, and this period goes on beyond that month.',
  'finding.P09.notDivided.fix':
    'Declare two salaries: one up to and including this month, one from the next on, less the allowance and without ALV.',
  'finding.P10.notLevied': '{amount} are declared as ALV supplement of {year}; it has not been levied since 2023.',
  'finding.P10.notLevied.fix': 'Set the ALV supplement to 0.00. The payroll program may have old settings.',
  'finding.P11.beforeEntry': 'The contribution period begins on {from}, before the entry on {entry}.',
  'finding.P11.beforeEntry.fix': 'Correct entry or period in the payroll program.',
  'finding.P11.afterWithdrawal': 'The contribution period ends on {until}, after the exit on {withdrawal}.',
  'finding.P11.afterWithdrawal.fix':
    'Correct exit or period in the payroll program. Wages paid later belong to the time in which they were earned.',
  'finding.P11.withdrawalFirst': 'The person left on {withdrawal}, before the entry on {entry}.',
  'finding.P11.withdrawalFirst.fix': 'Correct entry or exit. For somebody who came back, delete the former exit.',
  'finding.P11.overlap':
    'The contribution period from {from} to {until} overlaps with the one from {otherFrom} to {otherUntil}.',
  'finding.P11.overlap.fix': 'Check whether a wage is declared twice. Otherwise join the wages, or divide the periods.',
  'finding.P12.earlier': 'The wage belongs to {year}; the declaration is for {declared}.',
  'finding.P12.earlier.fix': 'Nothing is to be done for back pay of an earlier year. Otherwise correct the period.',
  'finding.P12.later': 'The wage belongs to {year}, but the declaration is for {declared}.',
  'finding.P12.later.fix': 'Correct the period, or choose the right declaration year in the payroll program.',
  'finding.P12.unknownFigures':
    'The ceilings and thresholds of {year} are not known to this version of connect; wages were not compared with them.',
  'finding.P12.unknownFigures.fix': 'Check the declaration year, and look for a newer version of connect.',
  'finding.P13.number': 'Person no. {other} has the same AHV number, but another birthday.',
  'finding.P13.number.fix': 'Find out by the insurance certificates whose number is wrong, and correct it.',
  'finding.P13.twice': 'The person is there already, as person no. {other}.',
  'finding.P13.twice.fix': 'Join the two entries in the payroll program: one person may have several wages.',
  'finding.P13.withoutNumber':
    'The person has the same name and birthday as person no. {other}, and one of the two has no AHV number.',
  'finding.P13.withoutNumber.fix': 'Enter the missing AHV number. If both are one person, join the two entries.',
  'finding.P13.limit': 'Only the first {limit} persons were compared with each other.',
  'finding.P13.limit.fix': 'Divide a very large company by payroll areas.',
  'finding.P14.missing':
    'The file declares AHV wages, but no FAK wages. Without them the fund leaves the declaration lying.',
  'finding.P14.missing.fix': 'Choose the FAK as recipient, too, in the payroll program and export the file again.',
  'finding.P15.amount': '{element} is negative: {amount}.',
  'finding.P15.amount.fix': 'Leave it if it cancels or corrects an earlier wage. Otherwise correct the amount.',
  'finding.P16.declared':
    'The AHV wage of {year} is {amount}. Up to {limit} a year, contributions are owed only if the employee asks for them.',
  'finding.P16.declared.fix':
    'Leave it if the person wants it, or works in a private household or in culture and media. Otherwise declare nothing.',
} as const satisfies Messages;
