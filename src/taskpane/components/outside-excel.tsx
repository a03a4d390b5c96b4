import { FluentProvider, makeStyles, Text, tokens } from '@fluentui/react-components';
import { strings } from '../strings.ts';
import { ScreenHeading } from './screen-heading.tsx';
import { useTheme } from './use-theme.ts';

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** What a browser shows that opened the pane's address by itself. */
export function OutsideExcel() {
  return (
    <FluentProvider theme={useTheme().theme}>
      <main className={useStyles().root}>
        <Text as="h1" weight="semibold">
          {strings.productName}
        </Text>
        <ScreenHeading title={strings.outside.title}>{strings.outside.text}</ScreenHeading>
      </main>
    </FluentProvider>
  );
}
