/**
 * Forms of companies and partnerships as they end a legal name, each line one form: its usual abbreviation, then the words
 * for it. Dots and accents are gone already. A trust, an estate or
 * a GP is no form but part of the name: a fund and its general partner are two parties.
 */
const forms: readonly (readonly string[])[] = [
  ['llc', 'limited liability company', 'limited liability co', 'ltd liability co', 'lc'],
  ['pllc', 'professional limited liability company'],
  ['lp', 'limited partnership'],
  ['llp', 'limited liability partnership'],
  ['lllp', 'limited liability limited partnership'],
  ['inc', 'incorporated'],
  ['corp', 'corporation'],
  ['co', 'company'],
  ['ltd', 'limited', 'ltda', 'limitada', 'limitee'],
  ['plc', 'public limited company'],
  ['pc', 'professional corporation'],
  ['na', 'national association'],
  ['pte', 'private', 'pvt'],
  ['pty', 'proprietary'],
  ['gmbh', 'gesellschaft mit beschrankter haftung', 'mbh'],
  ['ag', 'aktiengesellschaft'],
  ['kg', 'kommanditgesellschaft'],
  ['kgaa'],
  ['ohg'],
  ['ug'],
  ['se', 'societas europaea'],
  ['sa', 'societe anonyme', 'sociedad anonima'],
  ['sas'],
  ['sarl', 'sa rl', 's a rl'],
  ['sca'],
  ['scs'],
  ['scsp'],
  ['sicav'],
  ['bv', 'besloten vennootschap'],
  ['nv', 'naamloze vennootschap'],
  ['cv'],
  ['bvba'],
  ['spa'],
  ['srl'],
  ['sl'],
  ['ab', 'aktiebolag'],
  ['as', 'aksjeselskap'],
  ['asa'],
  ['aps', 'anpartsselskab'],
  ['oy', 'osakeyhtio'],
  ['oyj'],
  ['kk', 'kabushiki kaisha'],
  ['kft'],
  ['zrt'],
  ['sro'],
  ['doo'],
  ['spzoo', 'sp z oo'],
  ['ev'],
];

const formBySpelling = new Map(
  forms.flatMap((spellings) => spellings.map((spelling) => [spelling, spellings[0] ?? spelling] as const)),
);

const longestSpelling = 5;

/**
 * Takes the legal forms off the end of a name, several where several stand there (Pte. Ltd., GmbH & Co. KG), but never the
 * last word that is left. Letters that stand alone are read together: "l l c" is a form, "j p" a first name.
 */
export function splitLegalForm(words: readonly string[]): { name: string[]; forms: ReadonlySet<string> } {
  const name = [...words];
  const found = new Set<string>();
  for (;;) {
    const ending = formAtEnd(name);
    if (ending === null) break;
    found.add(ending.form);
    name.length -= ending.wordCount;
    // "GmbH & Co. KG": the sign joins two forms and is no word of the name.
    if (name.at(-1) === 'and' && name.length > 1) name.length -= 1;
  }
  return { name: joinInitials(name), forms: found };
}

function formAtEnd(name: readonly string[]): { form: string; wordCount: number } | null {
  for (let wordCount = Math.min(longestSpelling, name.length - 1); wordCount > 0; wordCount -= 1) {
    const ending = name.slice(-wordCount);
    const letters = ending.every((word) => word.length === 1);
    const form = formBySpelling.get(ending.join(letters ? '' : ' '));
    if (form !== undefined) return { form, wordCount };
  }
  return null;
}

function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let afterInitial = false;
  for (const word of words) {
    const initial = /^\p{L}$/u.test(word);
    if (initial && afterInitial) joined.push(`${joined.pop() ?? ''}${word}`);
    else joined.push(word);
    afterInitial = initial;
  }
  return joined;
}
