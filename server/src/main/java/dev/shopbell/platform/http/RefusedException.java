package dev.shopbell.platform.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The caller asked for something it cannot have. Becomes problem+json with the refusal's code.
public final class RefusedException extends RuntimeException {

    private final Refusal refusal;
    private final @Nullable String field;
    private final Map<String, @Nullable Object> more;

    public RefusedException(Refusal refusal) {
        this(refusal, (String) null);
    }

    /// `field` names the input at fault, as the request spelt it: `text`, `owner.email`.
    public RefusedException(Refusal refusal, @Nullable String field) {
        this(refusal, field, Map.of());
    }

    /// `more` are members of the problem that this refusal's callers need to go on.
    public RefusedException(Refusal refusal, Map<String, @Nullable Object> more) {
        this(refusal, null, more);
    }

    /// With both.
    public RefusedException(
            Refusal refusal, @Nullable String field, Map<String, @Nullable Object> more) {
        // No stack trace: a refusal is an answer, and hostile visitors ask for many.
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.field = field;
        this.more = more;
    }

    public Refusal refusal() {
        return refusal;
    }

    public @Nullable String field() {
        return field;
    }

    public Map<String, @Nullable Object> more() {
        return more;
    }
}
