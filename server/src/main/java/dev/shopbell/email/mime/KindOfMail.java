package dev.shopbell.email.mime;

import dev.shopbell.email.mime.MailKind.Purpose;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks for what programs say of themselves in their headers (RFC 3834 and what was used before
/// it), and at the subject last: it is easily like one that a person writes.
final class KindOfMail {

    private static final Pattern AWAY =
            Pattern.compile(
                    "out of (?:the )?office|^(?:automatic|auto(?:mated)?)[- ]?(?:reply"
                            + "|response)\\b|autoreply|on (?:vacation|leave)|away from (?:the office"
                            + "|my mail)"
                            + "|abwesenheit|automatische antwort|nicht im (?:büro|haus)"
                            + "|réponse automatique|absen[ct]e? (?:du|de) bureau|absence"
                            + "|respuesta automática|fuera de (?:la )?oficina"
                            + "|risposta automatica|fuori (?:sede|ufficio)"
                            + "|resposta automática|fora do escritório|ausência temporária"
                            + "|automatisch antwoord|afwezig"
                            + "|自動応答|自動返信|不在|自动回复|自動回覆|自动答复|不在办公室"
                            + "|رد تلقائي|الرد التلقائي|خارج المكتب"
                            + "|автоответ|automatyczna odpowiedź|autosvar|otomatik yanıt");
    private static final Pattern SAYS_AWAY = Pattern.compile("vacation|oof|away|out.?of.?office");
    private static final Pattern DAEMON =
            Pattern.compile(
                    "(?:mailer-?daemon|mail-?daemon|postmaster)(?:[+=-].*)?@.*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NOBODY =
            Pattern.compile(
                    "(?:(?:[^@]*[._+-])?(?:no-?reply|do-?not-?reply)|bounces?)(?:[+=-].*)?@.*",
                    Pattern.CASE_INSENSITIVE);

    private final ParsedMail mail;
    private final MailHeaders headers;
    private final String subject;

    KindOfMail(ParsedMail mail) {
        this.mail = mail;
        headers = mail.headers();
        subject = mail.subject().toLowerCase(Locale.ROOT);
    }

    MailKind decide(String installation) {
        Optional<String> sentBy = headers.first(MailKind.INSTALLATION_HEADER);
        if (sentBy.isPresent()) {
            return sentBy.get().equals(installation)
                    ? new MailKind.OwnLoop()
                    : new MailKind.Automatic(Purpose.OTHER_INSTALLATION);
        }
        Optional<Bounce> bounce = Bounce.of(mail);
        if (bounce.isPresent()) {
            return new MailKind.Bounced(bounce.get());
        }
        return purpose().<MailKind>map(MailKind.Automatic::new).orElseGet(this::written);
    }

    private Optional<Purpose> purpose() {
        if (headers.lower("content-type").startsWith("multipart/report")) {
            return Optional.of(Purpose.DELIVERY_REPORT);
        }
        if (saysAway() || isOfAnOldProgram()) {
            return Optional.of(Purpose.OUT_OF_OFFICE);
        }
        return isAutomatic()
                ? Optional.of(isAway() ? Purpose.OUT_OF_OFFICE : Purpose.OTHER)
                : Optional.empty();
    }

    /// What lists, groups and gateways add on the way says nothing of who wrote it.
    private MailKind written() {
        boolean isImpersonal =
                isNewsletter()
                        || headers.lower("x-auto-response-suppress").equals("all")
                        || Writer.isTheList(mail)
                        || isFrom(NOBODY);
        return isImpersonal || isBulk() || isThroughList()
                ? new MailKind.Doubtful(isImpersonal)
                : new MailKind.Human();
    }

    private boolean isBulk() {
        String precedence = headers.lower("precedence");
        return precedence.equals("bulk") || precedence.equals("list");
    }

    private boolean isThroughList() {
        return headers.has("list-id")
                || headers.has("list-post")
                || headers.has("list-unsubscribe");
    }

    /// One may leave it, but not write to it.
    private boolean isNewsletter() {
        return headers.has("list-unsubscribe")
                && !headers.has("list-post")
                && (headers.lower("precedence").equals("bulk")
                        || headers.has("list-unsubscribe-post"));
    }

    /// They had no other word than that their mail is of no weight.
    private boolean isOfAnOldProgram() {
        return headers.lower("precedence").equals("bulk") && !isThroughList() && isAway();
    }

    /// Headers that only programs write that answer for people who are away.
    private boolean saysAway() {
        return headers.lower("auto-submitted").contains("vacation")
                || headers.lower("x-autoreply-type").contains("vacation")
                || headers.lower("delivered-to").equals("autoresponder")
                || headers.lower("x-ms-exchange-generated-message-source").contains("oof")
                || headers.has("x-autorespond")
                || SAYS_AWAY.matcher(headers.lower("x-auto-reply-type")).find();
    }

    private boolean isAutomatic() {
        String submitted = Parameters.of(headers.lower("auto-submitted")).value();
        return (!submitted.isEmpty() && !submitted.equals("no"))
                || headers.has("x-autoreply")
                || headers.has("x-autoreply-from")
                || headers.has("x-mail-autoreply")
                || headers.has("x-autogenerated")
                || headers.lower("precedence").contains("auto_reply")
                || headers.lower("precedence").contains("auto-reply")
                || headers.lower("precedence").equals("junk")
                || headers.lower("return-path").equals("<>") // the empty sender of reports
                || isFrom(DAEMON);
    }

    private boolean isAway() {
        return AWAY.matcher(subject).find();
    }

    private boolean isFrom(Pattern names) {
        return mail.from().stream().anyMatch(from -> names.matcher(from.address()).matches());
    }
}
