package dev.shopbell.profile;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.OrderHistory;
import dev.shopbell.commerce.OrderPlace;
import dev.shopbell.commerce.Orders;
import dev.shopbell.commerce.PossibleMatches;
import dev.shopbell.commerce.ShopCustomers;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.customer.PersonSql;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// What staff may know of whoever writes. Everything goes by a conversation that they may see, and
/// what the store's systems tell goes by the link alone: never by an address that somebody typed.
@Singleton
public final class Profiles {

    private static final int MATCHES_SHOWN = 5;
    private static final int MOST_THREADS = 20;

    private final Database database;
    private final ShopCustomers shopCustomers;
    private final Orders orders;
    private final Audits audits;

    Profiles(Database database, ShopCustomers shopCustomers, Orders orders, Audits audits) {
        this.database = database;
        this.shopCustomers = shopCustomers;
        this.orders = orders;
        this.audits = audits;
    }

    public Profile read(Member member, ConversationId conversation) {
        return database.inStore(member.store(), tx -> read(tx, member, conversation));
    }

    /// What they bought; nothing of somebody who is linked to nobody.
    public OrderHistory orders(
            Member member, ConversationId conversation, OrderPlace below, int limit) {
        return database.inStore(
                member.store(),
                tx -> {
                    Link link = writer(tx, member, conversation).link();
                    return link == null
                            ? new OrderHistory(List.of(), 0, List.of())
                            : orders.history(tx, member.store(), link.shopCustomer(), below, limit);
                });
    }

    /// Their other threads that this member may see, newest activity first.
    public List<ConversationSummary> otherThreads(Member member, ConversationId conversation) {
        return database.inStore(
                member.store(),
                tx -> {
                    writer(tx, member, conversation);
                    return new SummarySql(tx, member).ofSamePerson(conversation, MOST_THREADS);
                });
    }

    /// Says that whoever writes is this customer of the store: one of the possible matches, and
    /// nobody else. It shows staff more, and the customer nothing.
    public Profile link(Member by, ConversationId conversation, ExternalId shopCustomer) {
        return database.inStore(
                by.store(),
                tx -> {
                    // Who is being erased is linked with nobody.
                    new PersonSql(tx, by.store()).lock(shopCustomer.value());
                    Writer writer = writer(tx, by, conversation);
                    checkMatch(tx, by, writer, shopCustomer);
                    Link known = writer.link();
                    if (known == null || !known.shopCustomer().equals(shopCustomer)) {
                        if (!new ProfileSql(tx, by).link(writer.id(), shopCustomer)) {
                            throw new RefusedException(ProfileRefusal.LINK_IS_PROVEN);
                        }
                        changed(tx, by, conversation, writer, "customer_linked", shopCustomer);
                    }
                    return read(tx, by, conversation);
                });
    }

    /// Takes back what was linked by hand; safe to repeat.
    public Profile unlink(Member by, ConversationId conversation) {
        return database.inStore(
                by.store(),
                tx -> {
                    Writer writer = writer(tx, by, conversation);
                    Link link = writer.link();
                    if (link != null && !link.isByHand()) {
                        throw new RefusedException(ProfileRefusal.LINK_IS_PROVEN);
                    }
                    if (link != null && new ProfileSql(tx, by).unlink(writer.id())) {
                        changed(
                                tx,
                                by,
                                conversation,
                                writer,
                                "customer_unlinked",
                                link.shopCustomer());
                    }
                    return read(tx, by, conversation);
                });
    }

    /// Refused as if the conversation did not exist when it is hidden.
    static Writer writer(StoreTransaction tx, Member member, ConversationId conversation) {
        return new ProfileSql(tx, member)
                .find(conversation)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    private Profile read(StoreTransaction tx, Member member, ConversationId conversation) {
        Writer writer = writer(tx, member, conversation);
        Link link = writer.link();
        if (link != null) {
            return new Profile(
                    writer,
                    shopCustomers.find(tx, member.store(), link.shopCustomer()).orElse(null),
                    PossibleMatches.NONE);
        }
        String email = writer.email();
        return new Profile(
                writer,
                null,
                email == null
                        ? PossibleMatches.NONE
                        : shopCustomers.matches(tx, member.store(), email, MATCHES_SHOWN));
    }

    private void checkMatch(
            StoreTransaction tx, Member by, Writer writer, ExternalId shopCustomer) {
        Link link = writer.link();
        if (link != null && !link.isByHand()) {
            throw new RefusedException(ProfileRefusal.LINK_IS_PROVEN);
        }
        String email = writer.email();
        if (email == null || !shopCustomers.isMatch(tx, by.store(), shopCustomer, email)) {
            throw new RefusedException(ProfileRefusal.NOT_A_POSSIBLE_MATCH, "shopCustomer");
        }
    }

    private void changed(
            StoreTransaction tx,
            Member by,
            ConversationId conversation,
            Writer writer,
            String action,
            ExternalId shopCustomer) {
        audits.record(
                tx,
                by.store(),
                new Actor(by.staff().value(), by.name()),
                action,
                Map.of(
                        "conversation",
                        conversation.value(),
                        "customer",
                        writer.id().value(),
                        "shopCustomer",
                        shopCustomer.value()));
        tx.announce(new ProfileChanged(by.store(), conversation));
    }
}
