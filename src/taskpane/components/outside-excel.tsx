import { FluentProvider, makeStyles, Text, tokens } from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons';
import { strings } from '../../words/index.ts';
import { StateMessage } from './state-message.tsx';
import { useTheme } from './use-theme.ts';

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** Why there is no pane: a browser opened its address by itself, or Excel lacks what it needs. */
export function OutsideExcel({ says = strings.outside }: { says?: { title: string; text: string } }) {
  return (
    <FluentProvider theme={useTheme().theme}>
      <main className={useStyles().root}>
        <Text block weight="semibold">
          {strings.productName}
        </Text>
        <StateMessage icon={<TableRegular />} {...says} />
      </main>
    </FluentProvider>
  );
}
