package dev.shopbell.inbox.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.attachment.AttachmentView;
import dev.shopbell.inbox.transcript.Transcripts.Transcript;
import dev.shopbell.message.Message;
import dev.shopbell.message.MessageKind;
import dev.shopbell.message.card.Card;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A transcript for programs; docs/reference/protocol.md has its form.
final class TranscriptData {

    private final Transcript transcript;
    private final ObjectMapper json;

    TranscriptData(Transcript transcript, ObjectMapper json) {
        this.transcript = transcript;
        this.json = json;
    }

    /// To whom an answer left, and when.
    record EmailedView(String to, Instant at) {}

    /// `number` counts what is in the transcript: `seq` with notes, `publicSeq` without.
    record Line(
            long number,
            MessageKind kind,
            @Nullable String author,
            String text,
            List<AttachmentView> attachments,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Card> cards,
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Nullable String event,
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Nullable String email,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EmailedView emailed,
            Instant sentAt) {}

    void write(Transcripts transcripts, OutputStream out) throws IOException {
        JsonGenerator generator =
                json.getFactory()
                        .createGenerator(out)
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.writeStartObject();
        generator.writeStringField("store", transcript.store().name());
        generator.writePOJOField("conversation", transcript.conversation().id());
        generator.writePOJOField("customer", transcript.conversation().customer());
        generator.writePOJOField("begunAt", transcript.conversation().createdAt());
        generator.writePOJOField("exportedAt", transcript.at());
        generator.writeBooleanField("notes", transcript.notes());
        generator.writeArrayFieldStart("messages");
        transcripts.forEach(transcript, line -> generator.writePOJO(line(line)));
        generator.writeEndArray();
        generator.writeEndObject();
        generator.close();
    }

    private Line line(Transcripts.Line of) {
        Message line = of.message();
        Emailed emailed = of.emailed();
        return new Line(
                Transcripts.place(transcript, line),
                line.kind(),
                TranscriptAuthors.author(transcript, line),
                line.text(),
                AttachmentView.of(line.attachments()),
                line.cards(),
                line.event(),
                transcript.notes() ? line.email() : null,
                emailed == null ? null : new EmailedView(emailed.recipient(), emailed.sentAt()),
                line.sentAt());
    }
}
