package dev.shopbell.email.inbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.account.Incoming;
import dev.shopbell.email.inbound.AnsweredSql.Correspondent;
import dev.shopbell.email.inbound.AnsweredSql.Sent;
import dev.shopbell.email.outbound.ReplyTokens;
import dev.shopbell.email.outbound.ReplyTokens.Claim;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says whose a mail is: by the token in the address it was sent to, else by the Message-ID of one
/// of our mails that went to its sender, else by the store whose address it is to. What the sender
/// could have made up decides nothing: not the subject, not the name, and neither a token that is
/// not ours nor a Message-ID of somebody else's mail.
@Singleton
final class Matches {

    private final Database database;
    private final Incoming incoming;
    private final ReplyTokens tokens;

    Matches(Database database, Incoming incoming, ReplyTokens tokens) {
        this.database = database;
        this.incoming = incoming;
        this.tokens = tokens;
    }

    Match of(Arrival mail) {
        return byToken(mail)
                .or(() -> byMessageId(mail))
                .or(() -> fresh(mail))
                .orElseGet(Match.Nobody::new);
    }

    private Optional<Match> byToken(Arrival mail) {
        return marks(mail)
                .flatMap(mark -> ReplyTokens.readReply(mark).stream())
                .flatMap(claim -> thread(claim, mail).stream())
                .findFirst();
    }

    /// The mark was made for somebody whom mail of the conversation went to; whoever else has it
    /// may write, and is known as somebody else.
    private Optional<Match> thread(Claim claim, Arrival mail) {
        List<Correspondent> proven =
                database.acrossStores(tx -> AnsweredSql.of(tx, claim.id())).stream()
                        .filter(each -> mail.mayBeFor(each.store()))
                        .filter(each -> tokens.holds(claim, each.store(), each.recipient()))
                        .toList();
        return proven.stream()
                .findFirst()
                .map(each ->
                        new Match.Answer(
                                each.store(),
                                new ConversationId(claim.id()),
                                each.recipient().equals(mail.from())));
    }

    /// The mail of ours that came back, by the mark in the address it was returned to.
    Optional<Sent> returned(Arrival mail) {
        return marks(mail)
                .flatMap(mark -> ReplyTokens.readBounce(mark).stream())
                .flatMap(claim ->
                        database
                                .acrossStores(tx -> AnsweredSql.withId(tx, claim.id()))
                                .filter(sent -> tokens.holds(claim, sent.store()))
                                .stream())
                .findFirst();
    }

    /// Whether an answer to one of our mails may be sent there.
    static boolean isMarked(Addressed to) {
        String tag = to.tag();
        return tag != null
                && (ReplyTokens.readReply(tag).isPresent()
                        || ReplyTokens.readBounce(tag).isPresent());
    }

    private static Stream<String> marks(Arrival mail) {
        return mail.to().stream().flatMap(to -> Stream.ofNullable(to.tag()));
    }

    private Optional<Match> byMessageId(Arrival mail) {
        List<Sent> answered =
                database
                        .acrossStores(tx -> AnsweredSql.withMessageIds(tx, mail.answered()))
                        .stream()
                        .filter(sent -> sent.wentTo(mail.from()) && mail.mayBeFor(sent.store()))
                        .toList();
        return Stream.concat(
                        answered.stream().filter(Sent::isReply),
                        answered.stream().filter(sent -> sent.staff() != null))
                .findFirst()
                .map(Matches::matched);
    }

    private static Match matched(Sent sent) {
        return sent.staff() == null && sent.conversation() != null
                ? new Match.Answer(sent.store(), sent.conversation(), true)
                : new Match.OfStaff(sent);
    }

    private Optional<Match> fresh(Arrival mail) {
        StoreId store = mail.store();
        return store != null
                ? Optional.of(new Match.Fresh(store))
                : mail.to().stream()
                        .flatMap(to -> incoming.storeOf(to.mailbox()).stream())
                        .findFirst()
                        .map(Match.Fresh::new);
    }

    /// Whether an address writes that mail of the store is from which this mail is for. What
    /// another store says is its address keeps nobody from writing to this one.
    boolean isOurs(Arrival mail, Match match) {
        EmailAddress from = Addressed.of(mail.from()).mailbox();
        return incoming.isOfInstallation(from)
                || incoming.storeOf(from)
                        .filter(store -> match.whose().filter(store::equals).isPresent())
                        .isPresent();
    }
}
