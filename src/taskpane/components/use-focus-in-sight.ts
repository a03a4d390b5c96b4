import { useEffect } from 'react';

/**
 * For what scrolls between bars that come and go. A notice takes room from it, and a check that runs by itself adds and
 * removes what stands in it: what has the focus and was in sight stays in sight. What somebody scrolled away from is left.
 */
export function useFocusInSight(area: HTMLElement | null): void {
  useEffect(() => {
    if (area === null) return undefined;
    let wasInSight = false;
    const look = () => {
      wasInSight = isInSight(document.activeElement, area);
    };
    const keep = () => {
      const focused = document.activeElement;
      if (wasInSight && focused !== null && area.contains(focused) && !isInSight(focused, area))
        focused.scrollIntoView({ block: 'nearest' });
      look();
    };
    const observer = new ResizeObserver(keep);
    observer.observe(area);
    if (area.firstElementChild !== null) observer.observe(area.firstElementChild);
    area.addEventListener('focusin', look);
    area.addEventListener('scroll', look);
    return () => {
      observer.disconnect();
      area.removeEventListener('focusin', look);
      area.removeEventListener('scroll', look);
    };
  }, [area]);
}

/** Whether all of its height can be seen in what scrolls. */
function isInSight(one: Element | null, area: HTMLElement): boolean {
  if (one === null || !area.contains(one)) return false;
  const box = one.getBoundingClientRect();
  const { top } = area.getBoundingClientRect();
  return box.top >= top - 1 && box.bottom <= top + area.clientHeight + 1;
}
