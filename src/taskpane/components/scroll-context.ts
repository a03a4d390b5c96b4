import { createContext } from 'react';

/** The part of the screen that scrolls; null until it is there. */
export const ScrollContext = createContext<HTMLElement | null>(null);
