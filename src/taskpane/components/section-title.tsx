import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    ...typographyStyles.body1Strong,
    margin: 0,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
});

/** The title of a card, one level below the screen's. */
export function SectionTitle({ id, children }: { id?: string; children: string }) {
  return (
    <h2 id={id} className={useStyles().root}>
      {children}
    </h2>
  );
}
