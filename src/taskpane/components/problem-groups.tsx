import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import type { CellPosition, Problem } from '../../domain/index.ts';
import { formatCount } from '../format.ts';
import { groupProblems, problemKey, type ProblemGroup } from '../problem-groups.ts';
import { problemText, searchFrom, searchList } from '../search-list.ts';
import { strings } from '../strings.ts';
import { ListSearch } from './list-search.tsx';
import { ProblemItem } from './problem-item.tsx';
import { VirtualList } from './virtual-list.tsx';

interface ProblemGroupsProps {
  problems: readonly Problem[];
  disabled: boolean;
  onJump: (cell: CellPosition) => void;
  onFix: (problems: readonly Problem[]) => void;
}

/** Above this, the groups of warnings start closed, so that the kinds can be told at a glance. */
const openLimit = 60;

const isOfKind = {
  all: () => true,
  problem: ({ severity }: Problem) => severity === 'problem',
  warning: ({ severity }: Problem) => severity === 'warning',
  fixable: ({ correction }: Problem) => correction !== null && correction !== undefined,
} as const;

type ProblemKind = keyof typeof isOfKind;
const problemKinds = Object.keys(isOfKind) as ProblemKind[];

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  group: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { flexGrow: 1, minWidth: 0 },
  panel: { margin: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}` },
  problemIcon: { color: tokens.colorPaletteRedForeground1, flexShrink: 0 },
  warningIcon: { color: tokens.colorPaletteDarkOrangeForeground1, flexShrink: 0 },
});

/** Problems by kind, what blocks first. What the user opened and closed stays so when the check runs again. */
export function ProblemGroups({ problems, disabled, onJump, onFix }: ProblemGroupsProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ProblemKind>('all');
  const kinds = problemKinds.filter((one) => one === 'all' || problems.some(isOfKind[one]));
  // A kind that the next check finds none of any more would hide everything.
  const shownKind = kinds.includes(kind) ? kind : 'all';
  const searched = useDeferredValue(text);
  const found = useMemo(
    () => searchList(problems.filter(isOfKind[shownKind]), problemText, searched),
    [problems, shownKind, searched],
  );
  const groups = useMemo(() => groupProblems(found), [found]);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isOpen = ({ key, severity }: ProblemGroup) =>
    chosen.get(key) ?? (severity === 'problem' || problems.length <= openLimit);
  const openItems = groups.filter(isOpen).map(({ key }) => key);
  return (
    <>
      {problems.length >= searchFrom && (
        <ListSearch
          label={strings.search.problems}
          text={text}
          onText={setText}
          found={found.length}
          total={problems.length}
          kinds={kinds.map((one) => ({ kind: one, label: strings.search.kinds[one] }))}
          kind={shownKind}
          onKind={(one) => setKind(one as ProblemKind)}
        />
      )}
      {found.length === 0 && <Text>{strings.search.none}</Text>}
      <Accordion
        multiple
        collapsible
        className={styles.root}
        openItems={openItems}
        onToggle={(_event, { value }) =>
          setChosen(new Map(chosen).set(String(value), !openItems.includes(String(value))))
        }
      >
        {groups.map((group) => (
          <AccordionItem key={group.key} value={group.key} className={styles.group}>
            <AccordionHeader as="h2" size="medium">
              <span className={styles.title}>
                {group.severity === 'problem' ? (
                  <ErrorCircleFilled className={styles.problemIcon} aria-hidden />
                ) : (
                  <WarningFilled className={styles.warningIcon} aria-hidden />
                )}
                <span className={styles.name}>{group.title}</span>
                <Badge appearance="tint" color={group.severity === 'problem' ? 'danger' : 'warning'}>
                  {formatCount(group.problems.length)}
                </Badge>
              </span>
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <VirtualList
                items={group.problems}
                label={strings.problems.groupItems(group.title, group.problems.length)}
                estimatedHeightPx={52}
                keyOf={problemKey}
                renderItem={(problem) => (
                  <ProblemItem problem={problem} disabled={disabled} onJump={onJump} onFix={onFix} />
                )}
              />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </>
  );
}
