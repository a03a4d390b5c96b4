/** Where a submission comes from, as the proxy's audit log keeps it. */
export interface SubmissionSource {
  workbook: string;
  sheet: string;
}
