package dev.shopbell.email.mime;

import dev.shopbell.email.mime.Bounce.Failure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reports that only people were meant to read: qmail, Exim, old Postfix, sendmail and Exchange,
/// Yahoo, Gmail, Lotus Notes and many small ones. They begin by saying that something was not
/// delivered, name the recipients on lines of their own or in a sentence, and bring the mail itself
/// last.
final class OddBounces {

    private static final int READ = 20_000;
    private static final int MOST_RECIPIENTS = 20;
    private static final int MOST_IN_PROSE = 3;
    private static final int LONGEST_DIAGNOSTIC = 500;
    private static final int SAID_BEHIND = 400;

    private static final Pattern FAILED =
            Pattern.compile(
                    "not (?:be )?(?:delivered|reach)|undeliver|unable to deliver|wasn't "
                            + "able to deliver|wasn't delivered"
                            + "|delivery.{0,30}(?:fail|problem|error)"
                            + "|permanent.{0,10}(?:error|failure)|fatal errors?"
                            + "|returned (?:mail|because)|returning message|failure notice"
                            + "|not able to deliver"
                            + "|has been (?:rejected|returned)|automatically rejected|mail "
                            + "failed|mail error"
                            + "|(?:failed|affected) (?:recipient|address)|non-?delivery"
                            + "|invalid final delivery|unknown user:"
                            + "|no mailbox here|cannot be delivered|the following "
                            + "recipients?.{0,10}(?:was aborted|failed)"
                            + "|processing error|unzustellbar|nicht zugestellt|n'a pas pu"
                            + "|no pudo ser entregad|sorry, (?:we were|no mailbox)|no "
                            + "such user|was rejected|is unavailable",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DELAYED =
            Pattern.compile(
                    "not yet been delivered|has been delayed|warning message only|just a "
                            + "warning|postponed"
                            + "|delivery status notification \\(delay\\)|advisory-only"
                            + "|delayed \\d+ (?:hour|day)"
                            + "|attempts will continue|will be retried|still being tried",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern REPORTER =
            Pattern.compile(
                    "mailer-?daemon|postmaster|mail.?(?:delivery|service|system)|delivery"
                            + "|daemon|system.?administrator|smtp|returned mail",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ORIGINAL =
            Pattern.compile(
                    "^[-=*|_ ]*(?:the )?(?:original message|old message|message (?:text"
                            + "|headers?)|returned mail|header of|start of returned"
                            + "|below (?:this|the next) line|here is a copy|(?:this"
                            + "|included) is a copy|a copy of (?:the|your)|transcript of"
                            + "|mensaje original|.{0,20}header of the (?:original|source)"
                            + "|your message reads|unsent message|message follows)"
                            + "|^(?:received|return-path):",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final String MAILBOX =
            "([\\p{L}\\p{N}!#$%&*+/?^_`{|}~-][\\p{L}\\p{N}!#$%&'*+/?^_`{"
                    + "|}~.-]{0,63}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8})";
    private static final Pattern ON_ITS_OWN =
            Pattern.compile(
                    "^[\\s*•>\"'<(|-]{0,20}(?:(?:failed )?recipient|undeliverable address"
                            + "|error-for|intended recipient|unknown user)?[:\\s]{0,20}(?:\\[SMTP:"
                            + "|<)?"
                            + MAILBOX
                            + "[>\"')\\]]{0,3}(?:=20|\\.{3}|\\s{1,4}(?:on|\\.\\.\\.|-"
                            + "|due).{0,300}|:.{0,300}|\\s{1,4}\\(.{0,200}|\\s*)$",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern ANYWHERE =
            Pattern.compile("(?<!mail from |[^\\s<(\\[\"':=;,])" + MAILBOX);
    private static final Pattern INTRODUCED =
            Pattern.compile(
                    "(?:following|these) (?:recipient|address|user)[^\n]{0,60}:|did not receive",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT = Pattern.compile("\n\\s*<[^>\\s]+@[^>\\s]+>:|\n\\s*---");
    private static final Pattern STATUS = Pattern.compile("\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private OddBounces() {}

    static List<Failure> failures(ParsedMail mail) {
        String text = mail.text().substring(0, Math.min(READ, mail.text().length()));
        String words = mail.subject() + "\n" + text;
        if (!isReport(mail) || DELAYED.matcher(words).find() || !FAILED.matcher(words).find()) {
            return List.of();
        }
        Matcher original = ORIGINAL.matcher(text);
        String report = text.substring(0, original.find() ? original.start() : text.length());
        Set<String> others = others(mail);
        List<Failure> failures = new ArrayList<>();
        for (String recipient : recipients(mail, report, others)) {
            failures.add(failure(recipient, report));
        }
        return failures;
    }

    /// Reports have no envelope sender, or come from a name that says what it is; a person who
    /// writes that something was not delivered is a customer.
    private static boolean isReport(ParsedMail mail) {
        return mail.headers().lower("return-path").equals("<>")
                || mail.headers().has("x-failed-recipients")
                || mail.from().isEmpty()
                || mail.from().stream()
                        .anyMatch(from ->
                                REPORTER.matcher(from.name() + " " + from.address()).find());
    }

    private static List<String> recipients(ParsedMail mail, String report, Set<String> others) {
        Set<String> named = found(ANYWHERE, mail.headers().lower("x-failed-recipients"), Set.of());
        if (named.isEmpty()) {
            named = found(ON_ITS_OWN, report, others);
        }
        if (named.isEmpty()) {
            named = found(ANYWHERE, behindIntroduction(report), others);
        }
        if (named.isEmpty()) {
            named = found(ANYWHERE, mail.subject(), others);
        }
        return List.copyOf(named);
    }

    private static String behindIntroduction(String report) {
        Matcher introduction = INTRODUCED.matcher(report);
        if (introduction.find()) {
            return report.substring(introduction.end());
        }
        // Prose that names several addresses explains something; which one it was is not to be
        // told.
        return found(ANYWHERE, report, Set.of()).size() > MOST_IN_PROSE ? "" : report;
    }

    private static Set<String> found(Pattern pattern, String text, Set<String> others) {
        Set<String> found = new LinkedHashSet<>();
        Matcher address = pattern.matcher(text);
        while (address.find() && found.size() < MOST_RECIPIENTS) {
            String lower = address.group(1).toLowerCase(Locale.ROOT);
            if (!others.contains(lower) && !REPORTER.matcher(lower).find()) {
                found.add(lower);
            }
        }
        return found;
    }

    /// Those whom the report is from and to, which it may mention.
    private static Set<String> others(ParsedMail mail) {
        Set<String> others = new LinkedHashSet<>();
        for (List<MailAddress> known : List.of(mail.from(), mail.to())) {
            known.forEach(address -> others.add(address.address().toLowerCase(Locale.ROOT)));
        }
        return others;
    }

    private static Failure failure(String recipient, String report) {
        int at = report.toLowerCase(Locale.ROOT).indexOf(recipient);
        String said =
                at < 0 ? report : report.substring(at, Math.min(report.length(), at + SAID_BEHIND));
        Matcher number = STATUS.matcher(said);
        String status = number.find() ? number.group() : "";
        String behind = at < 0 ? "" : NEXT.split(said.substring(recipient.length()), 2)[0];
        String diagnostic =
                Characters.cut(
                        Characters.line(behind).replaceFirst("^[>:\\s\"')]+", ""),
                        LONGEST_DIAGNOSTIC);
        return new Failure(recipient, status, BounceReason.of(status, said), diagnostic);
    }
}
