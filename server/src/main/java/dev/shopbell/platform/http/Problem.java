package dev.shopbell.platform.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of every answer that is not a success, RFC 9457. `code` is stable; `title` is for
/// people who read logs; `field` names the input at fault. Some codes have members of their own.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        int status,
        String code,
        String title,
        @Nullable String field,
        @JsonAnyGetter @JsonAnySetter Map<String, @Nullable Object> more) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    public static Problem of(Refusal refusal, @Nullable String field) {
        return of(refusal, field, Map.of());
    }

    static Problem of(Refusal refusal, @Nullable String field, Map<String, @Nullable Object> more) {
        return new Problem(refusal.status(), refusal.code(), words(refusal.code()), field, more);
    }

    /// A problem of ours, not of the caller's: 500 or 503.
    static Problem ours(int status, String code) {
        return new Problem(status, code, words(code), null, Map.of());
    }

    public Response response() {
        return builder().build();
    }

    public Response retryAfter(long seconds) {
        return builder().header("Retry-After", Math.max(1, seconds)).build();
    }

    private Response.ResponseBuilder builder() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(this);
    }

    private static String words(String code) {
        String words = code.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
