/** Whether somebody meets the pane for the first time. */
export interface FirstVisit {
  isFirst: () => boolean;
  /** The tour was gone through, or skipped: it does not come by itself again. */
  end: () => void;
}

const key = 'distribution-desk.tour-ended';

/**
 * Kept by the browser, so for whoever works at this machine, in whatever workbook: kept in a workbook, the tour would come
 * again with every quarter's file, and be ended for colleagues who have not seen it. Nothing says who it was. Where the
 * browser keeps nothing, nobody counts as new, since the tour would come each time.
 */
export function firstVisit(storage: () => Pick<Storage, 'getItem' | 'setItem'>): FirstVisit {
  const attempt = (action: () => boolean): boolean => {
    try {
      return action();
    } catch {
      return false;
    }
  };
  const keep = (value: string) => {
    storage().setItem(key, value);
    return storage().getItem(key) === value;
  };
  return {
    isFirst: () => attempt(() => storage().getItem(key) !== 'yes' && keep('no')),
    end: () => void attempt(() => keep('yes')),
  };
}
