import { Fragment } from "react";
import { useLocation } from "wouter";
import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry, MenuLine } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { searchPath, useQuery } from "../search/search-path.ts";
import { texts } from "../texts/en.ts";
import { useViewCount } from "./use-view-count.ts";
import { type Place, placeName, VIEW_GROUPS } from "./view.ts";
import styles from "./view-menu.module.css";

interface Props {
  readonly place: Place;
  readonly open: string | undefined;
  readonly othersOffered: boolean;
}

/** The title of the list, which is also the choice of what it shows. */
export function ViewMenu({ place, open, othersOffered }: Props) {
  const menu = useMenu();
  const [, navigate] = useLocation();
  const count = useViewCount(place);
  const query = useQuery();
  useShortcut("v", menu.show);
  const choose = (chosen: Place) => {
    menu.close();
    navigate(searchPath({ view: chosen, query, conversation: open }));
  };
  return (
    <div className={styles.place}>
      <button {...menu.openerProps} type="button" className={styles.opener}>
        <span>{placeName(place)}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        <Icon name="down" size={16} />
      </button>
      {menu.open && (
        <Menu {...menu.menuProps} label={texts.list.viewMenu} place="below">
          {VIEW_GROUPS.map((group, index) => (
            <Fragment key={group[0]}>
              {index > 0 && <MenuLine />}
              {group.map((each) => (
                <PlaceEntry key={each} place={each} current={place} onChoose={choose} />
              ))}
            </Fragment>
          ))}
          {othersOffered && (
            <>
              <MenuLine />
              <PlaceEntry place="others" current={place} onChoose={choose} />
            </>
          )}
        </Menu>
      )}
    </div>
  );
}

interface EntryProps {
  readonly place: Place;
  readonly current: Place;
  readonly onChoose: (place: Place) => void;
}

function PlaceEntry({ place, current, onChoose }: EntryProps) {
  const count = useViewCount(place);
  return (
    <MenuEntry checked={place === current} end={count} onChoose={() => onChoose(place)}>
      {placeName(place)}
    </MenuEntry>
  );
}
