import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';

/** Gives a text as a file. Where a frame may not download, the button beside it copies. */
export function DownloadButton(props: { label: string; fileName: string; text: () => string }) {
  const download = () => {
    const url = URL.createObjectURL(new Blob(['\ufeff', props.text()], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = props.fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1_000);
  };
  return (
    <Button icon={<ArrowDownloadRegular />} onClick={download}>
      {props.label}
    </Button>
  );
}
