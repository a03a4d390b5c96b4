import type { DeskUnderTest } from './desk.ts';

/** What the clipboard holds, as somebody would paste it. The focus is nowhere afterwards. */
export async function pasted(it: DeskUnderTest): Promise<string> {
  await it.pane.locator('body').evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.body.append(field);
    field.focus();
  });
  await it.page.keyboard.press('Control+V');
  const field = it.pane.locator('#pasted');
  const text = await field.inputValue();
  await field.evaluate((one) => one.remove());
  return text;
}
