import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { Writing } from '../state.ts';
import { strings } from '../strings.ts';

interface WritingStatusProps {
  writing: Writing;
  /** What is said while it lasts. */
  label: string;
  /** Results are kept until they are written; statuses can be asked for again. */
  isAboutResults: boolean;
}

const useStyles = makeStyles({
  // As high as the answer that will stand here.
  root: { minHeight: '52px' },
  working: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
});

/** How many addresses of cells that differ are named. */
const namedCells = 8;

/** Whether the sheet holds what it should. Says "verified" of nothing that was not read back. */
export function WritingStatus({ writing, label, isAboutResults }: WritingStatusProps) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.root}>
      {writing.status === 'writing' ? (
        <div className={styles.working}>
          <Text>{writing.waiting === true ? strings.result.waitingForEdit : label}</Text>
          <ProgressBar aria-label={label} />
        </div>
      ) : (
        <Finished writing={writing} isAboutResults={isAboutResults} />
      )}
    </div>
  );
}

function Finished(props: { writing: Exclude<Writing, { status: 'writing' }>; isAboutResults: boolean }) {
  const { writing } = props;
  const { result } = strings;
  if (writing.status === 'failed') {
    const { title, text } = writing.notice;
    return (
      <Bar
        intent="error"
        title={props.isAboutResults ? result.writeFailedTitle : title}
        text={props.isAboutResults ? result.keptText(text) : text}
      />
    );
  }
  const { report, unplaced } = writing;
  const expected = report.expected + unplaced.length;
  const verified = result.verified(report.verified, expected);
  if (report.mismatches.length > 0) {
    const cells = report.mismatches.slice(0, namedCells).join(', ');
    return <Bar intent="warning" title={verified} text={`${result.notVerifiedText} ${cells}`} />;
  }
  if (expected === 0) return <Bar intent="info" title={result.nothingToWrite} text="" />;
  const isComplete = report.verified === expected;
  return (
    <Bar
      intent={isComplete ? 'success' : 'warning'}
      title={verified}
      text={isComplete ? result.verifiedText : ''}
    />
  );
}

function Bar(props: { intent: 'error' | 'warning' | 'info' | 'success'; title: string; text: string }) {
  return (
    <MessageBar intent={props.intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{props.title}</MessageBarTitle> {props.text}
      </MessageBarBody>
    </MessageBar>
  );
}
