import type { Profile, ProfileAnswer } from "@shopbell/protocol/profile";
import type { ProfileApi } from "@shopbell/sync/profile-api";
import type { ReactNode } from "react";
import { announce } from "../announce/announce.ts";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { profileTexts as texts } from "../texts/en-profile.ts";
import { useNow } from "../time/clock.ts";
import { addressLines } from "./address.ts";
import styles from "./basics-block.module.css";
import { dateOf, languageName } from "./dates.ts";
import { localTime } from "./local-time.ts";
import { ProfileBlock } from "./profile-block.tsx";
import { Tag } from "./tag.tsx";
import type { Block } from "./use-block.ts";
import { useLinking } from "./use-linking.ts";

interface Props {
  readonly block: Block<ProfileAnswer>;
  readonly api: ProfileApi;
}

/** What is known of who writes: what they say, and what the store's systems tell of whom they are linked to. */
export function BasicsBlock({ block, api }: Props) {
  return (
    <ProfileBlock title={texts.basics} isUntitled block={block} bars={["80%", "62%", "70%", "46%"]}>
      {({ profile }) => (
        <>
          <dl className={styles.facts}>
            <Facts profile={profile} />
          </dl>
          {profile.link && !profile.link.customer && (
            <p className={styles.remark}>{texts.notTold}</p>
          )}
          {profile.link?.by === "staff" && <LinkedByHand block={block} api={api} />}
        </>
      )}
    </ProfileBlock>
  );
}

function Facts({ profile: { writer, link } }: { readonly profile: Profile }) {
  const now = useNow();
  const customer = link?.customer ?? null;
  const isProven = link !== null && link.by !== "staff";
  const email = (isProven && customer?.email) || writer.email;
  // Who they are may be proven without their address being.
  const isVerified = writer.emailVerified && email === writer.email;
  const time = writer.timeZone && localTime(writer.timeZone, now);
  const language = writer.language ?? customer?.language;
  const address = customer?.address ? addressLines(customer.address) : [];
  return (
    <>
      {email && (
        <Fact name={texts.email}>
          <div>
            <bdi>{email}</bdi>
            {isVerified && <span className="visually-hidden">, {texts.verified}</span>}
          </div>
          <div className={styles.tags}>
            {!isVerified && <Tag kind="warn">{texts.notVerified}</Tag>}
            {customer?.marketing === "subscribed" && (
              <Tag kind="ok">
                <Icon name="check" size={13} />
                {texts.subscribed}
              </Tag>
            )}
            {customer?.marketing === "unsubscribed" && <Tag>{texts.unsubscribed}</Tag>}
          </div>
        </Fact>
      )}
      {customer?.phone && (
        <Fact name={texts.phone}>
          <bdi>{customer.phone}</bdi>
        </Fact>
      )}
      {customer?.registeredAt && (
        <Fact name={texts.account}>{texts.created(dateOf(customer.registeredAt))}</Fact>
      )}
      {address.length > 0 && (
        <Fact name={texts.address}>
          {address.map((line) => (
            <div key={line} dir="auto">
              {line}
            </div>
          ))}
        </Fact>
      )}
      {time && (
        <Fact name={texts.localTime}>
          <span className="tabular">{time}</span>
        </Fact>
      )}
      {language && <Fact name={texts.language}>{languageName(language)}</Fact>}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function LinkedByHand({ block, api }: Props) {
  const { busy, problem, run } = useLinking(block.take);
  const unlink = () => run(api.unlink, () => announce(texts.unlinked));
  return (
    <div className={styles.link}>
      <p className={styles.remark}>{texts.linkedByHand}</p>
      <Button kind="ghost" size="small" busy={busy} onClick={unlink}>
        {texts.unlink}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
