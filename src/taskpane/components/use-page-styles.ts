import { makeStaticStyles } from '@fluentui/react-components';

/**
 * Nothing of the page moves for who asked the system for that. Fluent's own components heed it mostly; a spinner goes on
 * turning, slower. What moves by script (pop-ups, messages, tabs) asks by itself, and jumps to its end. No transition may
 * last even a moment: each would hold an inherited colour back by a frame for every element around it, and a new theme
 * would reach the texts one after the other.
 */
const still = `@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after {
    animation-duration: 0.01ms !important;
    animation-iteration-count: 1 !important;
    transition-duration: 0s !important;
    transition-delay: 0s !important;
    scroll-behavior: auto !important;
  }
}`;

/** Fields, tabs, dialogs and menus get as narrow as the pane does at 200 % zoom; Fluent's have widths of their own. */
const narrow = `
.fui-Field { grid-auto-columns: minmax(0, 1fr); }
.fui-Input, .fui-Textarea, .fui-Select { max-width: 100%; }
.fui-Input__input, .fui-Textarea__textarea, .fui-Select__select { min-width: 0; }
.fui-DialogTitle, .fui-DialogContent, .fui-DialogActions { min-width: 0; overflow-wrap: anywhere; }
.fui-DialogBody { grid-template-columns: minmax(0, 1fr) auto auto; }
.fui-TabList.fui-TabList { flex-wrap: wrap; }
.fui-MenuPopover.fui-MenuPopover { max-width: min(300px, 100vw); }`;

/**
 * On a page that runs from right to left each text keeps the direction of its own words, so that "3 of 12" is not read
 * as "12 of 3".
 */
const mixed = `[dir='rtl'] :is(h1, h2, h3, p, div, span, li, dt, dd, label, button, a) { unicode-bidi: plaintext; }`;

/** What holds for the whole page, with the pop-ups that stand outside the pane's own elements. */
export const usePageStyles = makeStaticStyles(`${still}${narrow}${mixed}`);
