package dev.shopbell.platform.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.shopbell.platform.database.OutageException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever a request ended with into problem+json. No stack trace, class name or SQL ever
/// leaves; a bug is logged once with an id that the answer does not need.
final class Problems {

    private static final Logger LOG = Logger.getLogger("shopbell.http");
    private static final long OVERLOAD_PAUSE_SECONDS = 2;

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        LOG.debugf("refused code=%s field=%s", refused.refusal().code(), refused.field());
        return Problem.of(refused.refusal(), refused.field()).response();
    }

    @ServerExceptionMapper
    Response throttled(ThrottledException throttled) {
        return Problem.of(HttpRefusal.TOO_MANY_REQUESTS, null)
                .retryAfter(throttled.retryAfter().plusMillis(999).toSeconds());
    }

    @ServerExceptionMapper
    Response outage(OutageException outage) {
        LOG.warnf("database %s: %s", outage.kind(), rootMessage(outage));
        return switch (outage.kind()) {
            case OVERLOADED -> Problem.ours(503, "overloaded").retryAfter(OVERLOAD_PAUSE_SECONDS);
            case UNAVAILABLE -> Problem.ours(503, "unavailable").retryAfter(OVERLOAD_PAUSE_SECONDS);
        };
    }

    @ServerExceptionMapper
    Response json(JacksonException broken) {
        return switch (broken) {
            case UnrecognizedPropertyException unknown ->
                    refuse(HttpRefusal.UNKNOWN_FIELD, path(unknown));
            case JsonMappingException mapping
                    when mapping.getCause() instanceof StreamReadException ->
                    refuse(HttpRefusal.MALFORMED_JSON, "");
            case JsonMappingException wrong -> refuse(HttpRefusal.WRONG_TYPE, path(wrong));
            default -> refuse(HttpRefusal.MALFORMED_JSON, "");
        };
    }

    /// What the HTTP layer itself refuses: no such path, method or media type, body too large.
    @ServerExceptionMapper
    Response web(WebApplicationException thrown) {
        if (thrown.getCause() instanceof JacksonException broken) {
            return json(broken);
        }
        return switch (thrown.getResponse().getStatus()) {
            case 404 -> refuse(HttpRefusal.NOT_FOUND, "");
            case 405 -> refuse(HttpRefusal.METHOD_NOT_ALLOWED, "");
            case 406 -> refuse(HttpRefusal.NOT_ACCEPTABLE, "");
            case 413 -> refuse(HttpRefusal.BODY_TOO_LARGE, "");
            case 415 -> refuse(HttpRefusal.UNSUPPORTED_MEDIA_TYPE, "");
            case 400 -> refuse(HttpRefusal.BAD_REQUEST, "");
            default -> bug(thrown);
        };
    }

    @ServerExceptionMapper
    Response bug(Throwable thrown) {
        LOG.errorf(thrown, "request failed trace=%s", UUID.randomUUID());
        return Problem.ours(500, "internal").response();
    }

    private static Response refuse(HttpRefusal refusal, String field) {
        return Problem.of(refusal, field.isEmpty() ? null : field).response();
    }

    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
