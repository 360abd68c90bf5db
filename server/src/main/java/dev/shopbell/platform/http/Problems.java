package dev.shopbell.platform.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.shopbell.platform.database.OutageException;
import dev.shopbell.platform.text.PlainText;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Turns whatever a request ended with into problem+json. No stack trace, class name or SQL ever
/// leaves. Each refusal is one line in the log, without anything the caller wrote; a bug is logged
/// with its trace and an id that the answer does not need.
final class Problems {

    private static final Logger LOG = Logger.getLogger("shopbell.http");
    private static final long OVERLOAD_PAUSE_SECONDS = 2;
    private static final int LONGEST_FIELD = 100;

    // How Jackson begins to say that something follows the value; it has no type for that.
    private static final String TRAILING = "Trailing token";

    private final AllowedMethods methods;

    Problems(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        return logged(Problem.of(refused.refusal(), refused.field(), refused.more())).response();
    }

    @ServerExceptionMapper
    Response throttled(ThrottledException throttled) {
        return logged(Problem.of(HttpRefusal.TOO_MANY_REQUESTS, null))
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
            // Our own, thrown while Jackson read: a body that became too large, say.
            case JsonMappingException wrapping
                    when wrapping.getCause() instanceof RefusedException refused ->
                    refused(refused);
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case JsonMappingException number
                    when number.getCause() instanceof InputCoercionException ->
                    refuse(HttpRefusal.WRONG_TYPE, path(number));
            case JsonMappingException mapping
                    when mapping.getCause() instanceof StreamReadException ->
                    refuse(HttpRefusal.MALFORMED_JSON, null);
            case MismatchedInputException more when isTrailing(more) ->
                    refuse(HttpRefusal.MALFORMED_JSON, null);
            case JsonMappingException wrong -> refuse(HttpRefusal.WRONG_TYPE, path(wrong));
            default -> refuse(HttpRefusal.MALFORMED_JSON, null);
        };
    }

    /// Quarkus has an answer of its own to these, with the value that was wrong in it.
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException wrong) {
        return json(wrong);
    }

    /// What the HTTP layer itself refuses: no such path, method or media type, body too large.
    @ServerExceptionMapper
    Response web(WebApplicationException thrown, UriInfo uri, Request request) {
        return switch (thrown.getCause()) {
            case JacksonException broken -> json(broken);
            case RefusedException refused -> refused(refused);
            case null, default -> web(thrown, uri.getPath(), request.getMethod());
        };
    }

    /// Whoever goes away in the middle of a request is no fault of ours, and hears no answer.
    @ServerExceptionMapper
    Response hungUp(HttpClosedException gone) {
        LOG.debug("the client hung up");
        return Problem.ours(503, "unavailable").response();
    }

    @ServerExceptionMapper
    Response bug(Throwable thrown) {
        LOG.errorf(thrown, "request failed trace=%s", UUID.randomUUID());
        return Problem.ours(500, "internal").response();
    }

    private Response web(WebApplicationException thrown, String path, String method) {
        return switch (thrown.getResponse().getStatus()) {
            case 404, 405 -> noSuchRoute(path, method);
            case 406 -> refuse(HttpRefusal.NOT_ACCEPTABLE, null);
            case 413 -> refuse(HttpRefusal.BODY_TOO_LARGE, null);
            case 415 -> refuse(HttpRefusal.UNSUPPORTED_MEDIA_TYPE, null);
            case 400 -> refuse(HttpRefusal.BAD_REQUEST, null);
            default -> bug(thrown);
        };
    }

    private Response noSuchRoute(String path, String method) {
        Set<String> allowed = methods.of(path);
        if (allowed.isEmpty() || allowed.contains(method)) {
            return refuse(HttpRefusal.NOT_FOUND, null);
        }
        return Response.fromResponse(refuse(HttpRefusal.METHOD_NOT_ALLOWED, null))
                .header("Allow", String.join(", ", allowed))
                .build();
    }

    /// The name is the caller's own: it goes back to them, and into no log.
    private static Response unknownField(UnrecognizedPropertyException unknown) {
        logged(Problem.of(HttpRefusal.UNKNOWN_FIELD, null));
        String path = String.valueOf(path(unknown));
        return Problem.of(HttpRefusal.UNKNOWN_FIELD, PlainText.shortened(path, LONGEST_FIELD))
                .response();
    }

    private static Response refuse(Refusal refusal, @Nullable String field) {
        return logged(Problem.of(refusal, field)).response();
    }

    private static Problem logged(Problem problem) {
        LOG.infof(
                "refused status=%d code=%s field=%s",
                problem.status(), problem.code(), problem.field());
        return problem;
    }

    /// Null for the body as a whole.
    private static @Nullable String path(JsonMappingException wrong) {
        String path =
                wrong.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? "" + step.getIndex()
                                        : step.getFieldName())
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? null : path;
    }

    private static boolean isTrailing(MismatchedInputException thrown) {
        return String.valueOf(thrown.getOriginalMessage()).startsWith(TRAILING);
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
