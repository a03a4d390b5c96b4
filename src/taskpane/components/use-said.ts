import { useAnnounce } from '@fluentui/react-components';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** Says a text to whoever cannot see the pane: in turn, or at once, which interrupts what is being said. */
export function useSay(): (text: string, isAtOnce?: boolean) => void {
  const { announce } = useAnnounce();
  return useCallback(
    (text, isAtOnce = false) => announce(text, { alert: isAtOnce, polite: !isAtOnce }),
    [announce],
  );
}

/** What is over sooner than this is told by its end alone. */
export const longEnoughMs = 1_000;

interface SaidOptions {
  /** How long the text must stand before it is said: what is gone by then is not worth a word. */
  afterMs?: number;
  /** The least time between two texts; of those that come faster, the latest is said. */
  everyMs?: number;
  isAtOnce?: boolean;
  /** What the text is about; a new one has the same text said again. */
  about?: unknown;
}

/** Says a text that the pane shows, once; null says nothing. */
export function useSaid(
  text: string | null,
  { afterMs = 0, everyMs = 0, isAtOnce = false, about = text }: SaidOptions = {},
): void {
  const say = useSay();
  const lastAtMs = useRef(-Infinity);
  useEffect(() => {
    if (text === null) return undefined;
    const sayNow = () => {
      lastAtMs.current = performance.now();
      say(text, isAtOnce);
    };
    const waitMs = Math.max(afterMs, lastAtMs.current + everyMs - performance.now());
    if (waitMs <= 0) {
      sayNow();
      return undefined;
    }
    const timer = setTimeout(sayNow, waitMs);
    return () => clearTimeout(timer);
  }, [text, about, afterMs, everyMs, isAtOnce, say]);
}

const neverHeard = () => -Infinity;

/**
 * Says a text when it has changed since it came on the screen, or what it is about has. `heardAtMs` answers with when the
 * focus last spoke it, in milliseconds of `performance.now()`: what it spoke since the change is not said once more.
 */
export function useSaidOnChange(
  text: string,
  about: unknown = text,
  heardAtMs: () => number = neverHeard,
): void {
  const say = useSay();
  const before = useRef(about);
  const changedAtMs = useRef(0);
  useLayoutEffect(() => {
    changedAtMs.current = performance.now();
  }, [about]);
  useEffect(() => {
    if (before.current === about) return undefined;
    before.current = about;
    // Once the focus has gone where this change sends it (`use-kept-focus.ts`).
    let isOver = false;
    queueMicrotask(() => {
      if (!isOver && heardAtMs() < changedAtMs.current) say(text);
    });
    return () => {
      isOver = true;
    };
  }, [text, about, heardAtMs, say]);
}
