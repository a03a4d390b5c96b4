/** What runs in the page that is measured; each function stands for itself, because it is sent there as text. */

/** From a press to the next paint, in milliseconds: until the frame that it leads to was drawn. */
export async function pressIn(selector: string): Promise<number> {
  const target = document.querySelector<HTMLElement>(selector);
  if (target === null) throw new Error(`Nothing to press: ${selector}`);
  const start = performance.now();
  target.click();
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

/** From each key to the next paint, for a word that is typed letter by letter and taken back again, `rounds` times. */
export async function typeIn({
  selector,
  word,
  rounds,
}: {
  selector: string;
  word: string;
  rounds: number;
}): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (field === null) throw new Error(`Nothing to type into: ${selector}`);
  const letters = [...word].flatMap((_, index) => [word.slice(0, index + 1)]);
  const texts = [...letters, ...letters.slice(0, -1).toReversed(), ''];
  const durations: number[] = [];
  for (const text of Array.from({ length: rounds }, () => texts).flat()) {
    const start = performance.now();
    // As the browser sets it, so that React takes it for typed.
    Reflect.set(HTMLInputElement.prototype, 'value', text, field);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    durations.push(performance.now() - start);
  }
  return durations;
}

/** From each step by a page, or several, to the next paint. */
export async function pageThrough({
  selector,
  times,
}: {
  selector: string;
  times: number;
}): Promise<number[]> {
  const area = document.querySelector<HTMLElement>(selector);
  if (area === null || area.scrollHeight <= area.clientHeight) throw new Error(`${selector} does not scroll`);
  const durations: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now();
    area.scrollTop += area.clientHeight * (turn % 2 === 0 ? 1 : 7);
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    durations.push(performance.now() - start);
  }
  area.scrollTop = 0;
  return durations;
}

/** The time between two frames, while the list moves by so many pixels in each. */
export async function scrollSteadily({
  selector,
  pxPerFrame,
  frames,
}: {
  selector: string;
  pxPerFrame: number;
  frames: number;
}): Promise<number[]> {
  const area = document.querySelector<HTMLElement>(selector);
  if (area === null || area.scrollHeight <= area.clientHeight) throw new Error(`${selector} does not scroll`);
  area.scrollTop = 0;
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const gaps: number[] = [];
  let before = await nextFrame();
  for (let frame = 0; frame < frames; frame += 1) {
    area.scrollTop += pxPerFrame;
    const now = await nextFrame();
    gaps.push(now - before);
    before = now;
  }
  area.scrollTop = 0;
  return gaps;
}
