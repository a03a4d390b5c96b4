/** Signs and codes by which a cell or its number format names a currency. */

/** ISO 4217 codes of currencies in use. A word of three letters that is not among them is no currency. */
const codes = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
    'CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG ' +
    'HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA ' +
    'MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD ' +
    'RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX ' +
    'USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW'
  ).split(' '),
);

/** What a sign can mean, the usual meaning first. */
const signs: ReadonlyMap<string, readonly string[]> = new Map([
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'CLP', 'COP', 'ARS', 'BMD', 'BSD', 'KYD']],
  ['US$', ['USD']],
  ['C$', ['CAD']],
  ['CA$', ['CAD']],
  ['A$', ['AUD']],
  ['AU$', ['AUD']],
  ['NZ$', ['NZD']],
  ['S$', ['SGD']],
  ['HK$', ['HKD']],
  ['NT$', ['TWD']],
  ['MX$', ['MXN']],
  ['R$', ['BRL']],
  ['€', ['EUR']],
  ['£', ['GBP', 'EGP', 'GIP', 'FKP', 'SHP']],
  ['¥', ['JPY', 'CNY', 'CNH']],
  ['￥', ['JPY', 'CNY', 'CNH']],
  ['₩', ['KRW', 'KPW']],
  ['₹', ['INR']],
  ['₽', ['RUB']],
  ['₺', ['TRY']],
  ['₴', ['UAH']],
  ['₪', ['ILS']],
  ['₫', ['VND']],
  ['₦', ['NGN']],
  ['₱', ['PHP']],
  ['฿', ['THB']],
  ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
  ['Fr', ['CHF']],
  ['Fr.', ['CHF']],
  ['SFr.', ['CHF']],
  ['zł', ['PLN']],
  ['Kč', ['CZK']],
  ['Ft', ['HUF']],
]);

/** The currencies that a mark can mean, the usual one first; null when it is no mark. Codes in any case. */
export function currenciesOf(mark: string): readonly string[] | null {
  const sign = signs.get(mark);
  if (sign !== undefined) return sign;
  const code = mark.toUpperCase();
  return codes.has(code) ? [code] : null;
}

/** `[$sign-locale]` in which a sign of many meanings has one: Windows language ids and language tags. */
const places: readonly [RegExp, string][] = [
  [/^\$-(409|en-US)$/i, 'USD'],
  [/^\$-(1009|C0C|en-CA|fr-CA)$/i, 'CAD'],
  [/^\$-(C09|en-AU)$/i, 'AUD'],
  [/^\$-(1409|en-NZ)$/i, 'NZD'],
  [/^\$-(4809|1004|en-SG|zh-SG)$/i, 'SGD'],
  [/^\$-(C04|3C09|zh-HK|en-HK)$/i, 'HKD'],
  [/^\$-(80A|es-MX)$/i, 'MXN'],
  [/^[¥￥]-(411|ja-JP)$/i, 'JPY'],
  [/^[¥￥]-(804|zh-CN)$/i, 'CNY'],
  [/^kr\.?-(41D|sv-SE)$/i, 'SEK'],
  [/^kr\.?-(414|nb-NO)$/i, 'NOK'],
  [/^kr\.?-(406|da-DK)$/i, 'DKK'],
  [/^£-(809|en-GB)$/i, 'GBP'],
];

/** A format can hold 255 characters; a longer one is not Excel's. */
const longestFormat = 255;

/**
 * The currencies that a number format shows beside a positive number, the usual one first; null when it shows none:
 * `[$€-407] #,##0.00`, `"$"#,##0.00`, `#,##0.00 [$USD]`, `_($* #,##0.00_)`.
 */
export function currenciesOfFormat(format: string): readonly string[] | null {
  if (format === 'General' || format.length > longestFormat) return null;
  const positive = firstSection(format);
  for (const [, inner = ''] of positive.matchAll(/\[\$([^\]]*)\]/g)) {
    const place = places.find(([pattern]) => pattern.test(inner));
    if (place !== undefined) return [place[1]];
    const named = currenciesOf((/^(.*?)(?:-[\w-]*)?$/.exec(inner)?.[1] ?? '').trim());
    if (named !== null) return named;
  }
  const outside = positive.replace(/\[[^\]]*\]/g, ' ');
  for (const [, quoted = ''] of outside.matchAll(/"([^"]*)"/g)) {
    const named = currenciesOf(quoted.trim());
    if (named !== null) return named;
  }
  // `_x` is a gap as wide as x and `*x` fills with x: neither shows x. A backslash shows the letter behind it.
  const literal = outside
    .replace(/"[^"]*"/g, ' ')
    .replace(/[_*]./g, ' ')
    .replace(/\\/g, '');
  const sign = /US\$|[$€£¥￥₩₹₽₺₴₪₫₦₱฿]|\b[A-Z]{3}\b/.exec(literal)?.[0];
  return sign === undefined ? null : currenciesOf(sign);
}

/** Up to the first semicolon that stands neither in quotes nor behind a backslash. */
function firstSection(format: string): string {
  return /^(?:"[^"]*"?|\\.|[^;"\\])*/.exec(format)?.[0] ?? format;
}
