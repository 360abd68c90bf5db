package dev.shopbell.attachment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads attachments from what the functions `attachment_told` and `attachments_of` of the database
/// tell: JSON, so that a message comes with its attachments in one row.
public final class AttachmentRow {

    private record Told(
            UUID id,
            @Nullable UUID uploadedBy,
            @Nullable Long seq,
            String kind,
            String name,
            String mediaType,
            long size,
            int width,
            int height,
            @Nullable Long durationMs,
            @Nullable String placeholder,
            @Nullable String alt,
            boolean thumbnail,
            boolean poster,
            boolean animated) {

        Attachment attachment() {
            return new Attachment(
                    new AttachmentId(id),
                    uploadedBy == null ? null : new StaffId(uploadedBy),
                    seq,
                    AttachmentKind.of(kind),
                    name,
                    mediaType,
                    size,
                    width,
                    height,
                    durationMs == null ? null : Duration.ofMillis(durationMs),
                    placeholder,
                    alt,
                    thumbnail,
                    poster,
                    animated);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Told>> SEVERAL = new TypeReference<>() {};

    private AttachmentRow() {}

    /// Of a row that has one in `attachment`.
    public static Attachment read(ResultSet row) throws SQLException {
        try {
            return JSON.readValue(row.getString("attachment"), Told.class).attachment();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of a row that has those of a message in `attachments`, or null there.
    public static List<Attachment> readAll(ResultSet row) throws SQLException {
        String told = row.getString("attachments");
        if (told == null) {
            return List.of();
        }
        try {
            return JSON.readValue(told, SEVERAL).stream().map(Told::attachment).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
