package dev.shopbell.integration.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.customer.Vouched;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a signed token says, once the signature is known to be the store's.
final class Claims {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final int NAME_LENGTH = 100;

    /// As stores' own systems name customers in the API.
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    private final JsonNode claims;

    Claims(JsonNode claims) {
        this.claims = claims;
    }

    /// Of whom it speaks, to this audience and at this moment.
    Vouched read(String audience, Instant now) throws RefusedToken {
        checkAudience(audience);
        checkTimes(now);
        String subject = text("sub");
        if (subject == null || !SUBJECT.matcher(subject).matches()) {
            throw new RefusedToken(
                    "sub is not the customer's id: up to 100 letters, digits and . _ : -");
        }
        String email = email();
        return new Vouched(subject, email, email != null && isEmailVerified(), name());
    }

    /// A token that others take too is one that others can show here.
    private void checkAudience(String audience) throws RefusedToken {
        JsonNode aud = claims.path("aud");
        JsonNode only = aud.isArray() && aud.size() == 1 ? aud.get(0) : aud;
        if (!only.isTextual() || !only.textValue().equals(audience)) {
            throw new RefusedToken("aud is not the store's widget key alone");
        }
    }

    private void checkTimes(Instant now) throws RefusedToken {
        double at = now.toEpochMilli() / 1000.0;
        Double expires = seconds("exp");
        if (expires == null) {
            throw new RefusedToken("exp is missing");
        }
        if (expires <= at) {
            throw new RefusedToken("the token has expired");
        }
        if (expires > at + LONGEST.plus(CLOCKS_DIFFER).toSeconds()) {
            throw new RefusedToken("exp is more than an hour ahead");
        }
        Double issued = seconds("iat");
        if (issued != null && expires > issued + LONGEST.toSeconds()) {
            throw new RefusedToken("exp is more than an hour after iat");
        }
        for (Double begins : new @Nullable Double[] {issued, seconds("nbf")}) {
            if (begins != null && begins > at + CLOCKS_DIFFER.toSeconds()) {
                throw new RefusedToken("the token is of the future: iat or nbf");
            }
        }
    }

    private @Nullable String email() throws RefusedToken {
        String told = text("email");
        if (told == null || told.isBlank()) {
            return null;
        }
        return EmailAddress.parse(told)
                .map(EmailAddress::value)
                .orElseThrow(() -> new RefusedToken("email is not an e-mail address"));
    }

    /// Unless the store says that it does not know.
    private boolean isEmailVerified() throws RefusedToken {
        JsonNode verified = claims.path("email_verified");
        if (verified.isMissingNode() || verified.isNull()) {
            return true;
        }
        if (!verified.isBoolean()) {
            throw new RefusedToken("email_verified is neither true nor false");
        }
        return verified.booleanValue();
    }

    private @Nullable String name() throws RefusedToken {
        String told = text("name");
        if (told == null) {
            return null;
        }
        String name = PlainText.shortened(told, NAME_LENGTH);
        if (!PlainText.isVisible(name)) {
            return null;
        }
        if (!PlainText.isName(name)) {
            throw new RefusedToken("name has characters that are no part of a name");
        }
        return name;
    }

    private @Nullable String text(String claim) throws RefusedToken {
        JsonNode value = claims.path(claim);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new RefusedToken(claim + " is not text");
        }
        return value.textValue();
    }

    private @Nullable Double seconds(String claim) throws RefusedToken {
        JsonNode value = claims.path(claim);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new RefusedToken(claim + " is not a number of seconds");
        }
        return value.doubleValue();
    }
}
