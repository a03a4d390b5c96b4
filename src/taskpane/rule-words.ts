import { rulesInWords, type Explanation, type RuleCode } from '../words/index.ts';

/** What there is to say about a rule; null for a code that this pane does not know. */
export function ruleOf(code: string): Explanation | null {
  const rules = rulesInWords();
  return code in rules ? rules[code as RuleCode] : null;
}

/** What a rule is called; its code where the pane does not know it. */
export function ruleTitle(code: string): string {
  return ruleOf(code)?.title ?? code;
}
