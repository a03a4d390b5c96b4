import { makeStyles, tokens } from '@fluentui/react-components';

/** The few surfaces that several screens share, so that spacing is decided once. */
export const useSurface = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  /** A button without a border that begins where the text around it does. */
  flush: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    // Named, so that it comes before the padding of Fluent's own, which is left and right.
    '&.fui-Button': { paddingInlineStart: 0 },
    '@media (max-width: 239px)': { '&.fui-Button': { paddingInlineEnd: 0 } },
    // With forced colours it has a border.
    '@media (forced-colors: active)': {
      '&.fui-Button': { paddingInlineStart: tokens.spacingHorizontalSNudge },
    },
  },
  /** A link that stands alone: as high and as wide as a finger or a shaking hand needs (WCAG 2.2, 2.5.8). */
  target: {
    display: 'inline-flex',
    alignItems: 'center',
    minWidth: '24px',
    minHeight: '24px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  /** A line of a list: what it is at the start, a figure or a cell at the end. */
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  /** In an item: as long as an id is, it has a line of its own. */
  wholeLine: { gridColumn: '1 / -1' },
  amount: {
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'end',
    whiteSpace: 'nowrap',
    marginInlineStart: 'auto',
    unicodeBidi: 'isolate',
    direction: 'ltr',
  },
  /** Whole on one line wherever it fits one: nobody can compare an id in two pieces. */
  id: {
    display: 'inline-block',
    maxWidth: '100%',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    // Read from left to right, whatever stands around it.
    unicodeBidi: 'isolate',
    direction: 'ltr',
  },
  /** For screen readers alone, where the eye has the same from the place in which something stands. */
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  breakable: { overflowWrap: 'anywhere', minWidth: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});
