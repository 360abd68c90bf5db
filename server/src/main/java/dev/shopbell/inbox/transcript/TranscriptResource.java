package dev.shopbell.inbox.transcript;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.inbox.transcript.Transcripts.Transcript;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.MemberLimits;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.UUID;

/// A whole thread as a file: a page to read and print, or JSON for programs. It is written as it is
/// read, so a long thread takes no more memory than a short one.
@Path("/api/staff/stores/{store}/conversations/{conversation}/transcript")
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class TranscriptResource {

    private final Transcripts transcripts;
    private final SignedInStaff staff;
    private final MemberLimits limits;
    private final ObjectMapper json;

    TranscriptResource(
            Transcripts transcripts, SignedInStaff staff, MemberLimits limits, ObjectMapper json) {
        this.transcripts = transcripts;
        this.staff = staff;
        this.limits = limits;
        this.json = json;
    }

    /// `notes`: with what only staff may see; otherwise what the customer may see, and no more.
    @GET
    @Produces(MediaType.WILDCARD)
    public Response transcript(
            @PathParam("conversation") UUID conversation,
            @QueryParam("format") @DefaultValue("html") String format,
            @QueryParam("notes") @DefaultValue("false") boolean notes) {
        TranscriptFormat wanted =
                TranscriptFormat.of(format)
                        .orElseThrow(
                                () -> new RefusedException(HttpRefusal.INVALID_VALUE, "format"));
        limits.take(Limit.MEMBER_TRANSCRIPTS);
        // Refusals come before the first byte, and so does the entry in the audit trail.
        Transcript transcript =
                transcripts.begin(staff.member(), new ConversationId(conversation), wanted, notes);
        return Response.ok((StreamingOutput) out -> write(transcript, wanted, out))
                .type(wanted.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(fileName(transcript, wanted)))
                .header("Content-Security-Policy", TranscriptPage.policy() + "; sandbox")
                .build();
    }

    private void write(Transcript transcript, TranscriptFormat format, OutputStream out)
            throws IOException {
        switch (format) {
            case HTML -> new TranscriptPage(transcript, json).write(transcripts, out);
            case JSON -> new TranscriptData(transcript, json).write(transcripts, out);
        }
    }

    /// Without the customer's name: files get about.
    private static String fileName(Transcript transcript, TranscriptFormat format) {
        String id = transcript.conversation().id().toString();
        LocalDate day = LocalDate.ofInstant(transcript.at(), transcript.store().timeZone());
        return "conversation-%s-%s.%s".formatted(id.substring(id.length() - 8), day, format.word());
    }
}
