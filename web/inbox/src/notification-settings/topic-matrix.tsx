import type { NotificationSettings, Topic, Topics } from "@shopbell/protocol/notification";
import { Icon, type IconName } from "../design/icon.tsx";
import { notificationTexts } from "../texts/en-notifications.ts";
import styles from "./topic-matrix.module.css";

interface Props {
  readonly settings: NotificationSettings;
  readonly onChange: (topics: Topics) => void;
}

type Way = keyof Topics;

const texts = notificationTexts.topics;
const TOPICS: readonly Topic[] = [
  "message_unassigned",
  "message_mine",
  "assigned",
  "mentioned",
  "bounced",
];
const WAYS: readonly { readonly way: Way; readonly icon: IconName }[] = [
  { way: "browser", icon: "desktop" },
  { way: "sound", icon: "volume" },
  { way: "email", icon: "mail" },
];

/** Of what one is told in which way. What is switched off as a whole cannot be chosen here. */
export function TopicMatrix({ settings, onChange }: Props) {
  const { topics } = settings;
  const isOn = {
    email: settings.email,
    browser: settings.browser,
    sound: settings.sound !== "none",
  };

  const choose = (way: Way, topic: Topic, on: boolean) => {
    const others = topics[way].filter((each) => each !== topic);
    onChange({ ...topics, [way]: on ? [...others, topic] : others });
  };

  return (
    <table className={styles.matrix} aria-label={texts.title}>
      <thead>
        <tr>
          <th scope="col" className={styles.column}>
            {texts.title}
          </th>
          {WAYS.map(({ way, icon }) => (
            <th key={way} scope="col" className={`${styles.column} ${styles.narrow}`}>
              <span className={styles.way}>
                <Icon name={icon} size={16} />
                {texts.ways[way]}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TOPICS.map((topic) => {
          const [label, hint] = texts.names[topic];
          return (
            <tr key={topic} className={styles.row}>
              <th scope="row" className={styles.topic}>
                <span>{label}</span>
                <small>{hint}</small>
              </th>
              {WAYS.map(({ way }) => (
                <td key={way} className={`${styles.cell} ${styles.narrow}`}>
                  <input
                    type="checkbox"
                    aria-label={texts.cell(label, texts.ways[way])}
                    title={isOn[way] ? undefined : texts.off(texts.ways[way])}
                    disabled={!isOn[way]}
                    checked={isOn[way] && topics[way].includes(topic)}
                    onChange={({ target }) => choose(way, topic, target.checked)}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
