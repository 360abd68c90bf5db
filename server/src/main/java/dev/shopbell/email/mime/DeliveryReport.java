package dev.shopbell.email.mime;

import dev.shopbell.email.mime.Bounce.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of a report that machines read (RFC 3464): what became of the mail for each recipient.
record DeliveryReport(List<Map<String, String>> recipients) {

    private static final Set<String> TYPES =
            Set.of("message/delivery-status", "message/global-delivery-status");
    private static final int MOST_RECIPIENTS = 100;
    private static final int LONGEST_DIAGNOSTIC = 500;
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>@\"(),;:]{1,64}@[^\\s<>@\"(),;:]{1,255}");

    static DeliveryReport of(ParsedMail mail) {
        List<Map<String, String>> recipients = new ArrayList<>();
        for (MailAttachment attachment : mail.attachments()) {
            if (TYPES.contains(attachment.mediaType())) {
                String text = Characters.text(MailCharsets.header(attachment.content()));
                for (String block : text.split("\n\\s*\n", MOST_RECIPIENTS)) {
                    Map<String, String> fields = fields(block);
                    if (fields.containsKey("final-recipient")
                            || fields.containsKey("original-recipient")) {
                        recipients.add(fields);
                    }
                }
            }
        }
        return new DeliveryReport(recipients);
    }

    boolean isEmpty() {
        return recipients.isEmpty();
    }

    List<Failure> failures(ParsedMail mail) {
        Map<String, Failure> failures = new LinkedHashMap<>();
        for (Map<String, String> fields : recipients) {
            String recipient = recipient(fields);
            if (hasFailed(fields) && !recipient.isEmpty()) {
                failures.putIfAbsent(recipient, failure(recipient, fields, mail));
            }
        }
        return List.copyOf(failures.values());
    }

    private static boolean hasFailed(Map<String, String> fields) {
        String action = fields.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        return action.isEmpty()
                ? fields.getOrDefault("status", "").startsWith("5")
                : action.startsWith("fail") || action.startsWith("error");
    }

    private static Failure failure(String recipient, Map<String, String> fields, ParsedMail mail) {
        String diagnostic = diagnostic(fields.getOrDefault("diagnostic-code", ""));
        Matcher status = STATUS.matcher(fields.getOrDefault("status", "") + " " + diagnostic);
        String number = status.find() ? status.group() : "";
        String said = diagnostic.isEmpty() ? Characters.cut(mail.text(), 2_000) : diagnostic;
        return new Failure(recipient, number, BounceReason.of(number, said), diagnostic);
    }

    private static String diagnostic(String field) {
        String said = field.replaceFirst("^\\s*[\\w-]{1,20}\\s*;\\s*", "");
        return Characters.cut(Characters.line(said), LONGEST_DIAGNOSTIC);
    }

    /// The address that was written to, should it lead on to another one.
    private static String recipient(Map<String, String> fields) {
        for (String name : List.of("original-recipient", "final-recipient")) {
            Matcher address = ADDRESS.matcher(fields.getOrDefault(name, ""));
            if (address.find()) {
                return address.group().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static Map<String, String> fields(String block) {
        Map<String, String> fields = new HashMap<>();
        String unfolded = block.replaceAll("\n[ \t]+", " ");
        for (String line : unfolded.split("\n", 100)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }
}
