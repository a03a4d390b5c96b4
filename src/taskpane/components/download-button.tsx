import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { saveFile } from '../save-file.ts';

/** Gives a text as a file. Where a frame may not download, the button beside it copies. */
export function DownloadButton(props: { label: string; fileName: string; text: () => string }) {
  // With a byte order mark, without which Excel takes UTF-8 for something else.
  const download = () => saveFile(props.fileName, 'text/csv', `\ufeff${props.text()}`);
  return (
    <Button icon={<ArrowDownloadRegular />} onClick={download}>
      {props.label}
    </Button>
  );
}
