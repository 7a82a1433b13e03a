/** A number pattern of Excel between what is written before and behind it: `₩#,##0.0"원"`. */
const pattern = /^(?<before>[^#0?.]*)(?<digits>[#0?,]*[#0?])(?<decimals>\.[#0?]+)?(?<behind>[^#0?.,]*)$/;

/** Digits a double holds for sure: beyond them is noise (0.1 + 0.2). */
const preciseDigits = 15;

/**
 * A number as Excel shows it in the usual formats: thousands, fixed decimals, leading zeros, per cent, currency and
 * unit texts. Other formats (fractions, exponents, `General`) show the plain number.
 */
export function formatNumber(value: number, format: string): string {
  const exact = Number(value.toPrecision(preciseDigits));
  const parts = pattern.exec(numberSection(format))?.groups;
  if (!parts) return String(exact);
  const { before = '', digits = '', decimals = '', behind = '' } = parts;
  const isPercentage = behind.includes('%');
  const size = Math.abs(isPercentage ? Number((exact * 100).toPrecision(preciseDigits)) : exact);
  const number = new Intl.NumberFormat('en-US', {
    useGrouping: digits.includes(','),
    minimumIntegerDigits: Math.max(1, digits.replace(/[^0]/g, '').length),
    minimumFractionDigits: decimals.replace(/[^0]/g, '').length,
    maximumFractionDigits: Math.max(0, decimals.length - 1),
  }).format(size);
  return `${exact < 0 ? '-' : ''}${before.trimStart()}${number}${behind.trimEnd()}`;
}

/** The section for positive numbers, without colours, conditions, alignment and the quotes around literal text. */
function numberSection(format: string): string {
  const [section = ''] = format.split(';', 1);
  return section
    .replace(/\[\$(?<symbol>[^\]-]*)[^\]]*\]/g, '$<symbol>')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\\(.)/g, '$1');
}
