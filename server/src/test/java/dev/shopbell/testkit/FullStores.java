package dev.shopbell.testkit;

import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.Labels;
import dev.shopbell.message.DraftText;
import dev.shopbell.message.Drafts;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageKind;
import dev.shopbell.message.faq.FaqId;
import dev.shopbell.message.faq.FaqLanguage;
import dev.shopbell.message.faq.FaqText;
import dev.shopbell.message.faq.Faqs;
import dev.shopbell.message.quickreply.QuickReplies;
import dev.shopbell.message.quickreply.QuickReplyId;
import dev.shopbell.message.quickreply.QuickReplyPictures;
import dev.shopbell.message.quickreply.QuickReplyText;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.profile.StaffNoteId;
import dev.shopbell.profile.StaffNoteText;
import dev.shopbell.profile.StaffNotes;
import dev.shopbell.staff.Member;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given.SignedIn;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;

/// Stores in which everything there is has happened once: a row in every table that belongs to
/// stores. Whoever adds a table adds its row.
@Singleton
public final class FullStores {

    private final Given given;
    private final Labels labels;
    private final Deeds deeds;
    private final Handlings handlings;
    private final Drafts drafts;
    private final QuickReplies quickReplies;
    private final QuickReplyPictures pictures;
    private final Faqs faqs;
    private final GivenEmailAccount accounts;
    private final GivenIntegration integrations;
    private final StaffNotes notes;

    FullStores(
            Given given,
            Labels labels,
            Deeds deeds,
            Handlings handlings,
            Drafts drafts,
            QuickReplies quickReplies,
            QuickReplyPictures pictures,
            Faqs faqs,
            GivenEmailAccount accounts,
            GivenIntegration integrations,
            StaffNotes notes) {
        this.given = given;
        this.labels = labels;
        this.deeds = deeds;
        this.handlings = handlings;
        this.drafts = drafts;
        this.quickReplies = quickReplies;
        this.pictures = pictures;
        this.faqs = faqs;
        this.accounts = accounts;
        this.integrations = integrations;
        this.notes = notes;
    }

    /// A new one.
    public Store store() {
        Store store = given.store();
        SignedIn agent = given.agent(store);
        var posted = given.firstMessage(store, given.secret(), "Hello");
        given.read(agent, posted.conversation().id(), 1);
        drafts.keep(
                agent.member(),
                new Drafts.Typed(
                        posted.conversation().id(),
                        MessageKind.STAFF,
                        new DraftText("Hello"),
                        1L,
                        List.of()));
        // Leaves a label that only its assignee knows, and an entry of the audit trail.
        deeds.assign(
                store, posted.conversation().id().value(), agent.staff().id(), agent.staff().id());
        labels.set(agent.member(), posted.conversation().id(), List.of("Returns"));
        GivenTeam.invitation(store, agent.staff().id());
        useAQuickReply(agent.member());
        faqs.save(
                agent.member(),
                new FaqId(UUID.randomUUID()),
                new FaqText(new FaqLanguage("en"), "Is it safe?", "Yes", true));
        beTold(agent, posted.conversation().id().value());
        accounts.account(store.id(), agent.staff().id());
        handlings.block(agent.member(), posted.conversation().id(), true);
        keepAFile(store, posted.conversation().id().value());
        GivenMail.firstMessageCameByMail(store, posted.conversation().id().value());
        fixAMail(store);
        GivenMail.logo(store);
        integrations.tellOfEverything(store, agent.member());
        fillACart(store);
        openAPage(store);
        sendALink(store);
        eraseSomebody(store);
        new GivenWebhook(given.owner(store), "http://127.0.0.1:1/", GivenWebhook.EVERYTHING)
                .ask("PUT", "/tests/" + UUID.randomUUID());
        notes.save(
                agent.member(),
                posted.conversation().id(),
                new StaffNoteId(UUID.randomUUID()),
                new StaffNoteText("A regular"),
                0);
        return store;
    }

    private static void eraseSomebody(Store store) {
        DatabaseOwner.execute(
                "INSERT INTO erased_subject (store_id, subject, erased_up_to, erased_at) VALUES (?, 'x', now(), now())",
                store.id().value());
        DatabaseOwner.execute(
                """
                INSERT INTO erased_conversation (store_id, conversation_id, feed_seq, erased_at)
                VALUES (?, gen_random_uuid(), 0, now())
                """,
                store.id().value());
        DatabaseOwner.execute(
                "INSERT INTO erased_mail (store_id, content_hash, erased_at) VALUES (?, 'x', now())",
                store.id().value());
    }

    private static void fillACart(Store store) {
        DatabaseOwner.execute(
                """
                INSERT INTO cart (store_id, customer_id, currency, items, quantity, subtotal, digest, changed_at)
                SELECT c.store_id, c.customer_id, 'EUR', '[]', 0, 0, 'x', now() FROM customer c WHERE c.store_id = ?
                """,
                store.id().value());
        DatabaseOwner.execute(
                """
                INSERT INTO cart_told (store_id, conversation_id, items)
                SELECT c.store_id, c.conversation_id, '[]' FROM conversation c WHERE c.store_id = ?
                """,
                store.id().value());
        DatabaseOwner.execute(
                """
                WITH kept AS (
                    INSERT INTO cart_snapshot (store_id, conversation_id, digest, currency, items, changed_at)
                    SELECT c.store_id, c.conversation_id, 'x', 'EUR', '[]', now() FROM conversation c WHERE c.store_id = ?
                    RETURNING store_id, conversation_id, digest)
                INSERT INTO message_context (store_id, conversation_id, client_id, cart_digest)
                SELECT store_id, conversation_id, gen_random_uuid(), digest FROM kept
                """,
                store.id().value());
    }

    private static void openAPage(Store store) {
        DatabaseOwner.execute(
                """
                INSERT INTO page_visit (store_id, conversation_id, place, url, opened_at)
                SELECT c.store_id, c.conversation_id, 1, 'https://shop.example/', now()
                  FROM conversation c WHERE c.store_id = ?
                """,
                store.id().value());
    }

    private static void sendALink(Store store) {
        DatabaseOwner.execute(
                """
                INSERT INTO email_confirmation (store_id, link_hash, conversation_id, email, expires_at)
                SELECT c.store_id, decode(md5(c.conversation_id::text), 'hex'), c.conversation_id, 'anna@example.com', now()
                  FROM conversation c WHERE c.store_id = ?
                """,
                store.id().value());
    }

    private static void fixAMail(Store store) {
        DatabaseOwner.execute(
                """
                INSERT INTO mail (store_id, mail_id, kind, message_id, sender, recipient, bounce_to, content, created_at)
                VALUES (?, gen_random_uuid(), 'test', gen_random_uuid()::text, 'chat@hearthlow.example',
                        'anna@example.com', 'chat@hearthlow.example', 'Subject: Hello', now())
                """,
                store.id().value());
    }

    private static void beTold(SignedIn person, UUID conversation) {
        UUID store = person.member().store().value();
        UUID staff = person.staff().id().value();
        DatabaseOwner.execute(
                "INSERT INTO staff_notification_setting (store_id, staff_id) VALUES (?, ?)",
                store,
                staff);
        DatabaseOwner.execute(
                "INSERT INTO notification_mark (store_id, conversation_id, staff_id)"
                        + " VALUES (?, ?, ?)",
                store,
                conversation,
                staff);
        DatabaseOwner.execute(
                """
                INSERT INTO push_subscription
                       (store_id, subscription_id, staff_id, session_id, endpoint, public_key, auth_secret, created_at)
                VALUES (?, gen_random_uuid(), ?, ?, 'https://push.example/1', decode(repeat('04', 65), 'hex'),
                        decode(repeat('04', 16), 'hex'), now())
                """,
                store,
                staff,
                person.session().id().value());
    }

    private void useAQuickReply(Member member) {
        QuickReplyId id = new QuickReplyId(UUID.randomUUID());
        quickReplies.save(member, id, new QuickReplyText("Return", "return", "Within 30 days"));
        quickReplies.use(member, id, new MessageId(UUID.randomUUID()));
        pictures.save(
                member, id, new FileName("parcel.png"), new ByteArrayInputStream(Pictures.png(1)));
    }

    private static void keepAFile(Store store, UUID conversation) {
        UUID blob = UUID.randomUUID();
        DatabaseOwner.execute(
                "INSERT INTO blob (store_id, blob_id, kept_for, content, created_at) VALUES (?, ?, 'attachment', 'x', now())",
                store.id().value(),
                blob);
        DatabaseOwner.execute(
                """
                INSERT INTO attachment
                       (store_id, conversation_id, attachment_id, kind, name, media_type, byte_size, width, height, animated,
                        upload_hash, content_blob, created_at)
                VALUES (?, ?, ?, 'image', 'parcel.png', 'image/png', 1, 1, 1, false, 'x', ?, now())
                """,
                store.id().value(),
                conversation,
                UUID.randomUUID(),
                blob);
    }
}
