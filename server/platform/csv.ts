/** One line of a CSV file, RFC 4180, that no spreadsheet takes for a formula. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** Tells a spreadsheet that the text is UTF-8. */
export const CSV_BEGIN = '\uFEFF';

const cellOf = (text: string): string => {
  const whole = text.replaceAll('\0', '');
  const harmless = FORMULA.test(whole) || text.startsWith('\0') ? `'${whole}` : whole;
  return `"${harmless.replaceAll('"', '""')}"`;
};

// Also behind spaces, and in the wide forms that some spreadsheets read as the narrow ones.
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
