/** The two letters of the United States Postal Service for each name that it delivers to. */
export const usStates: ReadonlyMap<string, string> = new Map(
  [
    'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,FL Florida',
    'GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine',
    'MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska',
    'NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio',
    'OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas',
    'UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming',
    'DC District of Columbia,AS American Samoa,GU Guam,MP Northern Mariana Islands,PR Puerto Rico',
    'VI US Virgin Islands,UM US Minor Outlying Islands,FM Federated States of Micronesia,MH Marshall Islands,PW Palau',
    'AA Armed Forces Americas,AE Armed Forces Europe,AP Armed Forces Pacific',
  ]
    .join(',')
    .split(',')
    .map((entry) => [entry.slice(0, 2), entry.slice(3)] as const),
);

const codesByName: ReadonlyMap<string, string> = new Map(
  [...usStates].map(([code, name]) => [name.toUpperCase(), code]),
);

/** The code that a text certainly means: one in small letters or with full stops, or a name; null where none is certain. */
export function meantState(text: string): string | null {
  const plain = text.replaceAll('.', '').replace(/\s+/g, ' ').trim().toUpperCase();
  return usStates.has(plain) ? plain : (codesByName.get(plain) ?? null);
}

/** ZIP or ZIP+4, with its hyphen: `94105` or `94105-1804`. */
export function isZip(text: string): boolean {
  return /^\d{5}(?:-\d{4})?$/.test(text);
}

/** What a numeric cell leaves of a ZIP code that begins with zeros; null where that is not what it looks like. */
export function zipWithLostZeros(text: string): string | null {
  if (/^\d{3,4}$/.test(text)) return text.padStart(5, '0');
  const plus4 = /^(\d{3,4})-(\d{4})$/.exec(text);
  return plus4 === null ? null : `${(plus4[1] ?? '').padStart(5, '0')}-${plus4[2] ?? ''}`;
}
