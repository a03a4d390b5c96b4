/** What people are told about a rule that the pane keeps, in plain text. */
export interface Explanation {
  /** What it is called; of problems the same for one and for many. */
  title: string;
  /** Why it is there. */
  reason: string;
  /** What to do where it speaks. */
  remedy: string;
  /** Where one says more than words. */
  example?: string;
}
