export type { DayField } from './en/cell-problems.ts';
export type { Explanation } from './explanation.ts';
export {
  connection,
  currentLanguage,
  help,
  languageOf,
  languages,
  lists,
  oversight,
  problemTexts,
  registering,
  registrationProblems,
  setLanguage,
  sheetSays,
  strings,
  type HelpTopic,
  type Language,
  type RuleCode,
  type Words,
} from './language.ts';
export {
  amountsOf,
  decimalMark,
  formatCount,
  formatDay,
  formatDayInWords,
  formatDecimal,
  formatInstant,
  formatList,
  formatMoney,
  formatNumber,
  formatShare,
  withReadableTimes,
} from './format.ts';
export { cellWords, type CellWords } from './cell-words.ts';
export { loadSayAgain } from './say-again.ts';
export { rulesInWords } from './rules.ts';
export { statusWords } from './status-words.ts';
