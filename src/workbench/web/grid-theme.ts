const interfaceFont = "'Segoe UI', 'Open Sans', 'Noto Sans', system-ui, sans-serif";
const cellFont = "'Aptos Narrow', Calibri, Carlito, 'Segoe UI', 'Open Sans', sans-serif";

/** The colours of Excel on the web for IronCalc's grid. */
export const gridTheme: Record<string, string> = {
  '--typography-font-family': interfaceFont,
  '--palette-primary-main': '#107C41',
  '--palette-primary-light': '#21A366',
  '--palette-primary-dark': '#0E703A',
  '--palette-sheet-header-corner-background': '#F5F5F5',
  '--palette-sheet-header-background': '#F5F5F5',
  '--palette-sheet-header-text-color': '#424242',
  '--palette-sheet-header-border-color': '#D1D1D1',
  '--palette-sheet-header-selected-background': '#CAEAD8',
  '--palette-sheet-header-full-selected-background': '#CAEAD8',
  '--palette-sheet-header-selected-color': '#0E703A',
  '--palette-sheet-header-global-selector-color': '#B5B5B5',
  '--palette-sheet-grid-color': '#E1E1E1',
  '--palette-sheet-grid-separator-color': '#BDBDBD',
  '--palette-sheet-default-text-color': '#000000',
  '--palette-sheet-outline-color': '#107C41',
  '--palette-sheet-outline-editing-color': '#CAEAD8',
  '--palette-sheet-outline-background-color': '#107C411A',
  '--palette-sheet-default-cell-font-family': cellFont,
  '--palette-sheet-header-font': `12px ${interfaceFont}`,
};
