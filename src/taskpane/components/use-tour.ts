import { createContext, useState } from 'react';
import type { FirstVisit } from '../first-visit.ts';

/** Where the tour is: on the first screen for whoever is new, or in a dialog for whoever asked for it. */
export interface Tour {
  shown: 'card' | 'dialog' | null;
  /** Counted from 0. */
  step: number;
  onStep: (step: number) => void;
  onOpen: () => void;
  onEnd: () => void;
}

const noTour: Tour = {
  shown: null,
  step: 0,
  onStep: () => undefined,
  onOpen: () => undefined,
  onEnd: () => undefined,
};

export const TourContext = createContext(noTour);

/** A tour that has begun keeps its step while its screen is away. */
export function useTour(visit: FirstVisit): Tour {
  const [shown, setShown] = useState<Tour['shown']>(() => (visit.isFirst() ? 'card' : null));
  const [step, setStep] = useState(0);
  return {
    shown,
    step,
    onStep: setStep,
    onOpen() {
      setStep(0);
      setShown('dialog');
    },
    onEnd() {
      visit.end();
      setShown(null);
    },
  };
}
