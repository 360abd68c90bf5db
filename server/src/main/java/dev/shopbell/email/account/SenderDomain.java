package dev.shopbell.email.account;

import dev.shopbell.email.account.StepResult.State;
import dev.shopbell.platform.text.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether the sender's domain says that its mail may come from where it does. Receivers ask the
/// same before they believe a sender: hints, because what they make of it is theirs.
final class SenderDomain {

    private static final Pattern SIGNED_BY =
            Pattern.compile("(?:^|;)\\s*d\\s*=\\s*([\\w.-]{1,253})", Pattern.CASE_INSENSITIVE);
    private static final Pattern POLICY =
            Pattern.compile(";\\s*p\\s*=\\s*(\\w+)", Pattern.CASE_INSENSITIVE);

    /// What those who send much for others want to see in the domain's SPF.
    private static final Map<String, String> INCLUDES =
            Map.of(
                    "gmail.com", "_spf.google.com",
                    "office365.com", "spf.protection.outlook.com",
                    "outlook.com", "spf.protection.outlook.com",
                    "fastmail.com", "spf.messagingengine.com",
                    "sendgrid.net", "sendgrid.net",
                    "mailgun.org", "mailgun.org",
                    "amazonaws.com", "amazonses.com",
                    "brevo.com", "spf.brevo.com",
                    "postmarkapp.com", "spf.mtasv.net",
                    "zoho.com", "zoho");

    private static final int MOST_PARENTS = 4;

    private final Dns dns;

    SenderDomain(Dns dns) {
        this.dns = dns;
    }

    StepResult spf(AccountSettings settings) {
        try {
            List<String> records = records(settings.domain(), "v=spf1");
            if (records.isEmpty()) {
                return StepResult.warning(CheckStep.SPF, "spf_missing");
            }
            if (records.size() > 1) {
                return StepResult.warning(CheckStep.SPF, "spf_twice");
            }
            return spf(records.getFirst().toLowerCase(Locale.ROOT), settings.smtp().host());
        } catch (Dns.UnreachableException _) {
            return unreachable(CheckStep.SPF);
        }
    }

    private static StepResult spf(String record, String smtpHost) {
        if (record.contains("+all")) {
            return StepResult.warning(CheckStep.SPF, "spf_lets_everybody");
        }
        String included =
                INCLUDES.entrySet().stream()
                        .filter(entry -> isWithin(smtpHost, entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
        boolean isNamed = record.contains(included) || record.contains("redirect=");
        return isNamed
                ? StepResult.of(CheckStep.SPF, State.OK)
                : new StepResult(
                        CheckStep.SPF, State.WARNING, "spf_of_another", "include:" + included);
    }

    /// @param signatures of the mail that came back
    static StepResult dkim(AccountSettings settings, List<String> signatures) {
        List<String> signers =
                signatures.stream()
                        .map(SIGNED_BY::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                        .toList();
        if (signers.isEmpty()) {
            return StepResult.warning(CheckStep.DKIM, "dkim_missing");
        }
        boolean isOwn =
                signers.stream()
                        .anyMatch(signer ->
                                isWithin(settings.domain(), signer)
                                        || isWithin(signer, settings.domain()));
        return isOwn
                ? StepResult.of(CheckStep.DKIM, State.OK)
                : new StepResult(
                        CheckStep.DKIM,
                        State.WARNING,
                        "dkim_of_another",
                        SaidByServer.line(signers.getFirst()));
    }

    /// @param isSigned whether the mail that came back bore the domain's own signature
    StepResult dmarc(AccountSettings settings, boolean isSigned) {
        try {
            List<String> records = List.of();
            String domain = settings.domain();
            for (int up = 0;
                    up < MOST_PARENTS && records.isEmpty() && domain.indexOf('.') > 0;
                    up++) {
                records = records("_dmarc." + domain, "v=DMARC1");
                domain = domain.substring(domain.indexOf('.') + 1);
            }
            if (records.isEmpty()) {
                return StepResult.warning(CheckStep.DMARC, "dmarc_missing");
            }
            Matcher policy = POLICY.matcher(records.getFirst());
            boolean isStrict = policy.find() && !policy.group(1).equalsIgnoreCase("none");
            return isStrict && !isSigned
                    ? StepResult.warning(CheckStep.DMARC, "dmarc_strict")
                    : StepResult.of(CheckStep.DMARC, State.OK);
        } catch (Dns.UnreachableException _) {
            return unreachable(CheckStep.DMARC);
        }
    }

    /// Whether other mail servers find the way to where mail is forwarded.
    StepResult forwardName(@Nullable EmailAddress address) {
        CheckStep step = CheckStep.FORWARD_NAME;
        if (address == null) {
            return StepResult.of(step, State.SKIPPED);
        }
        String host = address.value().substring(address.value().lastIndexOf('@') + 1);
        try {
            return dns.hasMailServer(host)
                    ? StepResult.of(step, State.OK)
                    : new StepResult(step, State.WARNING, "forward_name_unknown", host);
        } catch (Dns.UnreachableException _) {
            return unreachable(step);
        }
    }

    private List<String> records(String name, String version) throws Dns.UnreachableException {
        return dns.texts(name).stream()
                .filter(text -> text.regionMatches(true, 0, version, 0, version.length()))
                .toList();
    }

    private static boolean isWithin(String name, String domain) {
        return domain.indexOf('.') > 0 && (name.equals(domain) || name.endsWith("." + domain));
    }

    private static StepResult unreachable(CheckStep step) {
        return new StepResult(step, State.SKIPPED, "dns_unreachable", null);
    }
}
