package dev.shopbell.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers with a file that somebody uploaded: never run, never guessed at, never embedded
/// elsewhere, and kept by no cache that does not ask again. Whoever calls has decided that the
/// caller may have it. `version` is another one for other bytes.
public record FileAnswer(String version, String mediaType, FileName name) {

    /// The bytes. Asked for only once it is known that they are wanted.
    public interface Content {
        long size();

        byte[] read(long from, int length);
    }

    /// Of a file that was read whole: none is large.
    public static Content whole(byte[] bytes) {
        return new Whole(bytes);
    }

    /// What the request wants of it, RFC 9110: 304 where it has the version, 206 and 416 for one
    /// range; several at once are answered with the whole.
    public Response answer(HttpHeaders request, boolean isDownload, Content content) {
        MultivaluedMap<String, String> headers = request.getRequestHeaders();
        if (isKnown(headers.getFirst(HttpHeaders.IF_NONE_MATCH))) {
            return withHeaders(Response.notModified(), isDownload).build();
        }
        long size = content.size();
        Optional<ByteRange> asked =
                isUnchanged(headers.getFirst("If-Range"))
                        ? ByteRange.asked(headers.getFirst("Range"), size)
                        : Optional.empty();
        if (asked.isEmpty()) {
            byte[] whole = content.read(0, Math.toIntExact(size));
            return withHeaders(Response.ok(whole).type(mediaType), isDownload).build();
        }
        ByteRange range = asked.get();
        if (range.isBeyond()) {
            return withHeaders(Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE), isDownload)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        return withHeaders(
                        Response.status(Status.PARTIAL_CONTENT)
                                .entity(content.read(range.from(), Math.toIntExact(range.length())))
                                .type(mediaType),
                        isDownload)
                .header(
                        "Content-Range",
                        "bytes %d-%d/%d".formatted(range.from(), range.last(), size))
                .build();
    }

    private ResponseBuilder withHeaders(ResponseBuilder answer, boolean isDownload) {
        String disposition = isDownload ? "attachment" : "inline";
        return answer.header(HttpHeaders.ETAG, tag())
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", disposition + name.withEndingOf(mediaType).header())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff");
    }

    private boolean isKnown(@Nullable String tags) {
        return tags != null
                && Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                        .anyMatch(known -> known.equals(tag()) || known.equals("*"));
    }

    /// A range of another version would not fit what the client has.
    private boolean isUnchanged(@Nullable String condition) {
        return condition == null || condition.strip().equals(tag());
    }

    private String tag() {
        return '"' + version + '"';
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Whole(byte[] bytes) implements Content {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] read(long from, int length) {
            int start = Math.toIntExact(from);
            return Arrays.copyOfRange(bytes, start, start + length);
        }
    }
}
