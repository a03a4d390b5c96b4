/**
 * Spellings of a box at a post office, which no wire takes as an address ("no PO box", Create payment instructions). Each
 * is looked for as words of their own; the short ones only before a number, so that BP Tower and Box Hill stay streets.
 */
const spellings = [
  // P.O. Box, PO-Box, P O Bx, P0 Box, POBox 12, P.O.B. 12
  /(?:^|[^a-z])p\W{0,3}[o0]\W{0,3}(?:b[o0]?x(?![a-z])|b(?=\W*(?:no\W*|#\W*)?\d))/i,
  // P.O. Drawer, P.O. 123; without the dots it may be a street along the river Po.
  /(?:^|[^a-z])p\W{0,3}o\W{0,3}drawer|(?:^|[^a-z])p\.\s?o\.\s*#?\s*\d/i,
  /(?:^|[^a-z])post(?:al)?\s*(?:off(?:ice)?\.?\s*)?-?\s*b[o0]x(?![a-z])/i,
  /(?:^|[^a-z])(?:g\.?p\.?o\.?|lock|locked|call(?:er)?|private mail)\s*(?:box|bag)(?![a-z])/i,
  // The box of an address that consists of nothing else.
  /^\s*(?:box|bx\.?)\s*(?:no\.?\s*|#\s*|nr\.?\s*)?\d/i,
  /(?:^|[^\p{L}])(?:postfach|postbus|postboks|postbox|postilokero|boîte postale|boite postale|caixa postal|casella postale|apartado postal|apartado de correos|skrytka pocztowa)(?!\p{L})/iu,
  // The same, cut short: B.P. 12, C.P. 12, Apdo. 12, Casilla 12, Apartado 12.
  /(?:^|[^\p{L}])(?:b\.?\s?p|c\.?\s?p|apdo|apartado|casilla|skr\. poczt)\.?\s*(?:n[o°º]\.?\s*)?\d/iu,
];

export function isPoBox(line: string): boolean {
  return spellings.some((spelling) => spelling.test(line));
}
