/** Whether Office itself can sign people in for the pane, without a window or a frame of its own. */
export function signsInThroughOffice(): boolean {
  return Office.context.requirements.isSetSupported('NestedAppAuth', '1.1');
}
