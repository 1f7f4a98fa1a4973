/**
 * The lexical forms of XML Schema 1.0, part 2, as far as ELM uses them. Texts come with surrounding white space removed
 * where the type asks for it (`collapsed`). These run for every value of a file, so they look at characters one by one.
 */

const [zero, nine, plus, minus, point, colon, capitalT, capitalZ] = [48, 57, 43, 45, 46, 58, 84, 90];

/** White space of XML, which is less than `trim` takes. */
export const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (!isSpace(text.charCodeAt(index))) return false;
  return true;
}

/** Without white space around it; what is within stays, for no type of ELM allows it there. */
export function collapsed(text: string): string {
  let from = 0;
  let until = text.length;
  while (from < until && isSpace(text.charCodeAt(from))) from += 1;
  while (until > from && isSpace(text.charCodeAt(until - 1))) until -= 1;
  return from === 0 && until === text.length ? text : text.slice(from, until);
}

const isDigit = (code: number): boolean => code >= zero && code <= nine;

/** The index after the digits that begin at `from`. */
function digitsEnd(text: string, from: number): number {
  let index = from;
  while (isDigit(text.charCodeAt(index))) index += 1;
  return index;
}

const signEnd = (text: string): number => {
  const code = text.charCodeAt(0);
  return code === plus || code === minus ? 1 : 0;
};

/** `xs:unsignedInt`, which has no sign. */
export const isCount = (text: string): boolean =>
  text.length > 0 && digitsEnd(text, 0) === text.length && Number(text) <= 4_294_967_295;

export function isInteger(text: string): boolean {
  const from = signEnd(text);
  return text.length > from && digitsEnd(text, from) === text.length;
}

/** `xs:decimal`: digits on at least one side of the point. */
export function isDecimal(text: string): boolean {
  const from = signEnd(text);
  const whole = digitsEnd(text, from);
  if (text.charCodeAt(whole) !== point) return whole === text.length && whole > from;
  const end = digitsEnd(text, whole + 1);
  return end === text.length && end - from > 1;
}

/** Digits, a point, two digits, as in `91000.00`. */
export function isTwoDecimals(text: string, from = 0): boolean {
  const dot = text.length - 3;
  return (
    dot > from &&
    text.charCodeAt(dot) === point &&
    digitsEnd(text, from) === dot &&
    digitsEnd(text, dot + 1) === dot + 3
  );
}

/** `SalaryAmountType`: the same, perhaps with a minus. */
export const isAmount = (text: string): boolean => isTwoDecimals(text, text.charCodeAt(0) === minus ? 1 : 0);

/** Whether a text follows a picture in which `0` stands for a digit, `A` for a capital, all else for itself. */
export function isLike(text: string, picture: string): boolean {
  if (text.length !== picture.length) return false;
  for (let index = 0; index < picture.length; index += 1) {
    const code = text.charCodeAt(index);
    const wanted = picture.charCodeAt(index);
    if (wanted === zero ? !isDigit(code) : wanted === 65 ? code < 65 || code > 90 : code !== wanted) return false;
  }
  return true;
}

/** The number of two digits at `at`, or `NaN`. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - zero) * 10 + ones - zero : NaN;
}

/** The index after the year at the beginning: four digits or more, no year 0, no needless zero; -1 if there is none. */
function yearEnd(text: string): number {
  const from = text.charCodeAt(0) === minus ? 1 : 0;
  const end = digitsEnd(text, from);
  if (end - from < 4 || (end - from > 4 && text.charCodeAt(from) === zero)) return -1;
  for (let index = from; index < end; index += 1) if (text.charCodeAt(index) !== zero) return end;
  return -1;
}

/** Whether the rest of the text is nothing or a time zone, of at most 14 hours. */
function isZone(text: string, from: number): boolean {
  if (from === text.length) return true;
  const code = text.charCodeAt(from);
  if (code === capitalZ) return text.length === from + 1;
  if ((code !== plus && code !== minus) || text.length !== from + 6 || text.charCodeAt(from + 3) !== colon)
    return false;
  const [hours, minutes] = [pair(text, from + 1), pair(text, from + 4)];
  return (hours < 14 && minutes < 60) || (hours === 14 && minutes === 0);
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The index after the day at the beginning, or -1. */
function dayEnd(text: string): number {
  const year = yearEnd(text);
  if (year === -1 || text.charCodeAt(year) !== minus || text.charCodeAt(year + 3) !== minus) return -1;
  const month = pair(text, year + 1);
  const day = pair(text, year + 4);
  if (!(day >= 1 && day <= (monthDays[month - 1] ?? 0))) return -1;
  if (month === 2 && day === 29 && !isLeapYear(Number(text.slice(0, year).slice(-4)))) return -1;
  return year + 6;
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Of the Gregorian calendar; months count from 1. */
export const daysInMonth = (month: number, year: number): number =>
  month === 2 && !isLeapYear(year) ? 28 : (monthDays[month - 1] ?? 0);

export function isDate(text: string): boolean {
  const end = dayEnd(text);
  return end !== -1 && isZone(text, end);
}

export function isYear(text: string): boolean {
  const end = yearEnd(text);
  return end !== -1 && isZone(text, end);
}

/** `xs:dateTime`; `24:00:00` is the end of the day, a leap second is none. */
export function isDateTime(text: string): boolean {
  const day = dayEnd(text);
  if (day === -1 || text.charCodeAt(day) !== capitalT) return false;
  if (text.charCodeAt(day + 3) !== colon || text.charCodeAt(day + 6) !== colon) return false;
  const [hours, minutes, seconds] = [pair(text, day + 1), pair(text, day + 4), pair(text, day + 7)];
  let end = day + 9;
  let fraction = 0;
  if (text.charCodeAt(end) === point) {
    const from = end + 1;
    end = digitsEnd(text, from);
    if (end === from) return false;
    fraction = Number(`0.${text.slice(from, end)}`);
  }
  const inDay = hours < 24 && minutes < 60 && seconds < 60;
  const atEnd = hours === 24 && minutes === 0 && seconds === 0 && fraction === 0;
  return (inDay || atEnd) && isZone(text, end);
}
