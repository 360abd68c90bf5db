package dev.shopbell.email.inbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.account.Incoming;
import dev.shopbell.email.account.Outgoing;
import dev.shopbell.email.inbound.AnsweredSql.Correspondent;
import dev.shopbell.email.inbound.AnsweredSql.Sent;
import dev.shopbell.email.outbound.ReplyTokens;
import dev.shopbell.email.outbound.ReplyTokens.Claim;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says whose a mail is: by the tokens in the addresses it was sent to, else by the Message-ID of
/// one of our mails that went to its sender, and by the stores whose addresses it is to. What the
/// sender could have made up decides nothing: not the subject, not the name, and neither a token
/// that is not ours nor a Message-ID of somebody else's mail.
@Singleton
final class Matches {

    /// Whoever names more of them at once means none.
    private static final int MOST_NAMED = 50;

    private final Database database;
    private final Stores stores;
    private final Incoming incoming;
    private final Outgoing outgoing;
    private final ReplyTokens tokens;

    Matches(
            Database database,
            Stores stores,
            Incoming incoming,
            Outgoing outgoing,
            ReplyTokens tokens) {
        this.database = database;
        this.stores = stores;
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.tokens = tokens;
    }

    /// Each thread and each store that it is for, once.
    List<Match> of(Arrival mail) {
        List<Match> answers = new ArrayList<>(byToken(mail));
        List<Sent> named = named(mail);
        if (answers.isEmpty()) {
            answered(mail, named).ifPresent(answers::add);
        }
        Set<StoreId> answered = answers.stream().map(Match::store).collect(Collectors.toSet());
        Stream<Match> fresh =
                stores(mail)
                        .filter(store -> !answered.contains(store))
                        .map(store -> new Match.Fresh(store, conversations(named, store)));
        return Stream.concat(answers.stream(), fresh).toList();
    }

    private Collection<Match.Answer> byToken(Arrival mail) {
        Map<ConversationId, Match.Answer> answers = new LinkedHashMap<>();
        mail.tags().stream()
                .flatMap(mark -> ReplyTokens.readReply(mark).stream())
                .limit(MOST_NAMED)
                .flatMap(claim -> thread(claim, mail).stream())
                .forEach(each -> answers.merge(each.conversation(), each, Match.Answer::or));
        return answers.values();
    }

    /// The mark was made for somebody whom mail of the conversation went to; whoever else has it
    /// may write, and is known as somebody else.
    private Optional<Match.Answer> thread(Claim claim, Arrival mail) {
        return proven(claim)
                .filter(each -> mail.mayBeFor(each.store()))
                .map(each ->
                        new Match.Answer(
                                each.store(),
                                new ConversationId(claim.id()),
                                each.recipient().equals(mail.from())))
                .findFirst();
    }

    private Stream<Correspondent> proven(Claim claim) {
        return database.acrossStores(tx -> AnsweredSql.of(tx, claim.id())).stream()
                .filter(each -> tokens.holds(claim, each.store(), each.recipient()));
    }

    /// The mail of ours that came back, by the mark in the address it was returned to.
    Optional<Sent> returned(Arrival mail) {
        return mail.tags().stream()
                .flatMap(mark -> ReplyTokens.readBounce(mark).stream())
                .limit(MOST_NAMED)
                .flatMap(claim -> sent(claim).stream())
                .findFirst();
    }

    private Optional<Sent> sent(Claim claim) {
        return database.acrossStores(tx -> AnsweredSql.withId(tx, claim.id()))
                .filter(sent -> tokens.holds(claim, sent.store()));
    }

    /// Whether mail to it is for somebody here: a store, or a test of one; or, where it has the
    /// form of a mark of ours, what we wrote from that mailbox.
    boolean isAwaited(Addressed to) {
        String tag = to.tag() == null ? "" : to.tag();
        Optional<Claim> reply = ReplyTokens.readReply(tag);
        Optional<Claim> bounce = ReplyTokens.readBounce(tag);
        if (reply.isEmpty() && bounce.isEmpty()) {
            return incoming.storeOf(to.mailbox()).isPresent() || incoming.isInTest(to.mailbox());
        }
        Stream<StoreId> owners =
                Stream.concat(
                        reply.stream().flatMap(this::proven).map(Correspondent::store),
                        bounce.stream().flatMap(claim -> sent(claim).stream()).map(Sent::store));
        UUID about = reply.or(() -> bounce).map(Claim::id).orElseThrow();
        return owners.distinct().anyMatch(store -> isOf(store, to.mailbox(), about));
    }

    private boolean isOf(StoreId store, EmailAddress mailbox, UUID about) {
        return incoming.storeOf(mailbox).filter(store::equals).isPresent()
                || database.inStore(
                        store, tx -> new ReturnedSql(tx, store).wroteFrom(mailbox, about));
    }

    /// The mails of ours that it says it answers.
    private List<Sent> named(Arrival mail) {
        return mail.answered().isEmpty()
                ? List.of()
                : database
                        .acrossStores(tx -> AnsweredSql.withMessageIds(tx, mail.answered()))
                        .stream()
                        .filter(sent -> mail.mayBeFor(sent.store()))
                        .toList();
    }

    private static Set<ConversationId> conversations(List<Sent> named, StoreId store) {
        return named.stream()
                .filter(sent -> sent.isReply() && sent.store().equals(store))
                .flatMap(sent -> Stream.ofNullable(sent.conversation()))
                .collect(Collectors.toSet());
    }

    /// What told staff of something went to nobody else: whoever answers it is of the staff, also
    /// from another address of theirs.
    private static Optional<Match> answered(Arrival mail, List<Sent> named) {
        return Stream.concat(
                        named.stream().filter(sent -> sent.isReply() && sent.wentTo(mail.from())),
                        named.stream().filter(sent -> sent.staff() != null))
                .findFirst()
                .map(Matches::matched);
    }

    private static Match matched(Sent sent) {
        return sent.staff() == null && sent.conversation() != null
                ? new Match.Answer(sent.store(), sent.conversation(), true)
                : new Match.OfStaff(sent);
    }

    private Stream<StoreId> stores(Arrival mail) {
        return mail.store() != null
                ? Stream.of(mail.store())
                : mail.to().stream()
                        .map(Addressed::mailbox)
                        .distinct()
                        .limit(MOST_NAMED)
                        .flatMap(mailbox -> incoming.storeOf(mailbox).stream())
                        .distinct();
    }

    /// Whether the store itself writes. To one store, another one is somebody like anybody.
    boolean isItsOwn(StoreId store, Arrival mail) {
        EmailAddress from = Addressed.of(mail.from()).mailbox();
        return incoming.forwardedTo(from).filter(store::equals).isPresent()
                || outgoing.of(stores.get(store))
                        .filter(account ->
                                account.from().getAddress().equalsIgnoreCase(from.value()))
                        .isPresent();
    }
}
