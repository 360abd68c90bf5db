package dev.shopbell.email.inbound;

import dev.shopbell.email.account.EmailChecks;
import dev.shopbell.email.account.Incoming;
import dev.shopbell.email.mime.Limits;
import dev.shopbell.email.mime.MailAddress;
import dev.shopbell.email.mime.MailKind;
import dev.shopbell.email.mime.ParsedMail;
import dev.shopbell.email.outbound.OwnMark;
import dev.shopbell.platform.http.ThrottledException;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes mail in, whichever way it came, and each one once. What a program wrote is never answered:
/// neither our own mail that comes back, nor a bounce, nor whoever is out of the office.
@Singleton
public final class InboundMails {

    private static final Logger LOG = Logger.getLogger("shopbell.mail");

    /// Each may take some ten times the bytes of a mail while it is read.
    private static final int READ_AT_ONCE = 2;

    private static final List<String> DELIVERED_TO =
            List.of("delivered-to", "x-original-to", "envelope-to");

    /// Of what became of a mail to several, what whoever hands it over is to know.
    private static final List<Became> WORTH_TELLING =
            List.of(Became.COME_AGAIN, Became.TAKEN, Became.KNOWN, Became.DROPPED, Became.NOT_OURS);

    private static final EmailAddress MAIL_SYSTEM = new EmailAddress("mailer-daemon@invalid");

    private final Matches matches;
    private final HumanMails human;
    private final AutomaticMails automatic;
    private final Explanations explanations;
    private final ProvidersQuestions questions;
    private final EmailChecks checks;
    private final Incoming incoming;
    private final OwnMark mark;
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);

    InboundMails(
            Matches matches,
            HumanMails human,
            AutomaticMails automatic,
            Explanations explanations,
            ProvidersQuestions questions,
            EmailChecks checks,
            Incoming incoming,
            OwnMark mark) {
        this.matches = matches;
        this.human = human;
        this.automatic = automatic;
        this.explanations = explanations;
        this.questions = questions;
        this.checks = checks;
        this.incoming = incoming;
        this.mark = mark;
    }

    /// When it returns, what became of the mail is committed.
    ///
    /// @param store whose mailbox it came to; null: it may be any store's
    /// @param recipients of the envelope; empty when only the headers tell
    Became take(@Nullable StoreId store, List<String> recipients, InputStream mail)
            throws IOException {
        reading.acquireUninterruptibly();
        try {
            ParsedMail parsed = ParsedMail.read(mail, Limits.STANDARD);
            Became became =
                    recipients.isEmpty()
                            ? take(arrival(store, addressed(named(parsed)), parsed))
                            : handedOver(addressed(recipients.stream()), parsed);
            LOG.infof("mail came became=%s files=%d", became, parsed.attachments().size());
            return became;
        } finally {
            reading.release();
        }
    }

    /// Whether mail to this address could be for a store of ours.
    boolean isFor(String recipient) {
        return Addressed.parse(recipient)
                .map(to ->
                        incoming.storeOf(to.mailbox()).isPresent()
                                || Matches.isMarked(to)
                                || incoming.isInTest(to.mailbox()))
                .orElse(false);
    }

    /// For each store that the envelope names, else for whichever it turns out to be. What was
    /// forwarded has the names of the one that forwarded it in the envelope; whom its writer sent
    /// it to, with the mark of a reply, is in its headers.
    private Became handedOver(List<Addressed> recipients, ParsedMail mail) {
        if (isOfTest(recipients, mail)) {
            return Became.DROPPED;
        }
        Map<Optional<StoreId>, List<Addressed>> stores = new LinkedHashMap<>();
        for (Addressed to : recipients) {
            stores.computeIfAbsent(incoming.storeOf(to.mailbox()), _ -> new ArrayList<>()).add(to);
        }
        return stores.entrySet().stream()
                .map(each ->
                        take(
                                arrival(
                                        each.getKey().orElse(null),
                                        Stream.concat(
                                                        each.getValue().stream(),
                                                        isForwarded(each.getValue())
                                                                ? addressed(named(mail)).stream()
                                                                : Stream.empty())
                                                .toList(),
                                        mail)))
                .min(Comparator.comparingInt(WORTH_TELLING::indexOf))
                .orElse(Became.NOT_OURS);
    }

    private boolean isForwarded(List<Addressed> recipients) {
        return recipients.stream().anyMatch(to -> incoming.forwardedTo(to.mailbox()).isPresent());
    }

    private boolean isOfTest(List<Addressed> recipients, ParsedMail mail) {
        return mail.headers()
                .first(EmailChecks.HEADER)
                .filter(header ->
                        recipients.stream().anyMatch(to -> checks.arrived(header, to.mailbox())))
                .isPresent();
    }

    private Became take(Arrival arrival) {
        try {
            return switch (MailKind.of(arrival.mail(), mark.value())) {
                case MailKind.OwnLoop _ -> Became.DROPPED;
                case MailKind.Bounced(var bounce) ->
                        automatic.returned(bounce, matches.returned(arrival).orElse(null));
                case MailKind.Automatic _ -> noted(arrival);
                case MailKind.Human _ -> written(arrival);
            };
        } catch (ThrottledException _) {
            return Became.COME_AGAIN;
        }
    }

    /// Of whose thread it is none it says nothing, unless a provider asks about forwarding.
    private Became noted(Arrival mail) {
        if (matches.of(mail) instanceof Match.Answer thread) {
            return automatic.note(mail, thread);
        }
        StoreId store = mail.store();
        return store != null && isToForwardingAddress(mail.mail(), store)
                ? questions.keep(mail, store)
                : Became.DROPPED;
    }

    /// Whether it was written to that very address, and not sent on to it.
    private boolean isToForwardingAddress(ParsedMail mail, StoreId store) {
        return addressed(mail.to().stream().map(MailAddress::address)).stream()
                .flatMap(to -> incoming.forwardedTo(to.mailbox()).stream())
                .anyMatch(store::equals);
    }

    private Became written(Arrival mail) {
        if (mail.from().equals(MAIL_SYSTEM)) {
            return Became.NOT_OURS;
        }
        Match match = matches.of(mail);
        if (matches.isOurs(mail, match)) {
            return Became.DROPPED;
        }
        return switch (match) {
            case Match.Answer thread -> human.answer(mail, thread);
            case Match.Fresh(var to) -> human.fresh(mail, to);
            case Match.OfStaff(var answered) -> explanations.explain(mail, answered);
            case Match.Nobody _ -> Became.NOT_OURS;
        };
    }

    private static List<Addressed> addressed(Stream<String> written) {
        return written.flatMap(each -> Addressed.parse(each).stream()).toList();
    }

    private static Arrival arrival(
            @Nullable StoreId store, List<Addressed> recipients, ParsedMail mail) {
        return new Arrival(
                mail,
                mail.from().stream()
                        .flatMap(from -> EmailAddress.parse(from.address()).stream())
                        .findFirst()
                        .orElse(MAIL_SYSTEM),
                recipients,
                answered(mail),
                store,
                Fingerprint.of(mail));
    }

    /// Whom the headers say it is to; the last mail server's word first.
    private static Stream<String> named(ParsedMail mail) {
        return Stream.concat(
                DELIVERED_TO.stream().flatMap(header -> mail.headers().first(header).stream()),
                Stream.concat(mail.to().stream(), mail.cc().stream()).map(MailAddress::address));
    }

    /// Those it answers first, then what the thread before has been.
    private static List<String> answered(ParsedMail mail) {
        return Stream.concat(mail.inReplyTo().stream(), mail.references().reversed().stream())
                .distinct()
                .limit(50)
                .toList();
    }
}
