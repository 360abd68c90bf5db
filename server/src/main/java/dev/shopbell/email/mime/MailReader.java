package dev.shopbell.email.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/// Walks through a mail once, part by part, and stops where [Limits] end. Mails within it are not
/// opened: they are attachments.
final class MailReader {

    private static final int LONGEST_HEADER = 1 << 17;
    private static final int MOST_HEADERS = 1_000;
    private static final int MOST_HEADER_CHARACTERS = 1 << 20;
    private static final MimeConfig CONFIG =
            MimeConfig.custom()
                    .setMaxLineLen(LONGEST_HEADER)
                    .setMaxHeaderLen(LONGEST_HEADER)
                    .setMaxHeaderCount(MOST_HEADERS)
                    .build();

    private final Limits limits;
    private final MimeTokenStream tokens = new MimeTokenStream(CONFIG);
    private final Set<MailProblem> problems = EnumSet.noneOf(MailProblem.class);
    private final Deque<Multipart> within = new ArrayDeque<>();
    private final Body body = new Body();
    private final List<MailAttachment> attachments = new ArrayList<>();
    private List<MailHeaders.Field> fields = new ArrayList<>();
    private MailHeaders headers = new MailHeaders(List.of());
    private boolean isTop = true;
    private String preamble = "";
    private int headerCharacters;
    private int parts;
    private int alternatives;
    private int textLeft;
    private int htmlLeft;

    /// @param alternative which `multipart/alternative` all in it belongs to, or -1
    private record Multipart(String type, int alternative) {}

    MailReader(Limits limits) {
        this.limits = limits;
        textLeft = limits.textBytes();
        htmlLeft = limits.textBytes();
    }

    ParsedMail read(InputStream stream) throws IOException {
        BoundedInput input = new BoundedInput(stream, limits.bytes());
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(input);
        try {
            walk();
        } catch (MaxHeaderLimitException e) {
            problems.add(MailProblem.HEADERS_TOO_LARGE);
        } catch (MimeException e) {
            boolean tooLong = e.getCause() instanceof MaxLineLimitException;
            problems.add(tooLong ? MailProblem.HEADERS_TOO_LARGE : MailProblem.MALFORMED);
        } catch (IOException | RuntimeException e) {
            // What the parser did not expect is as good as what it refuses: the rest is not read.
            problems.add(MailProblem.MALFORMED);
        }
        input.rethrowFailure();
        if (input.wasCut()) {
            problems.add(MailProblem.TOO_LARGE);
        }
        if (isTop) {
            headers = new MailHeaders(fields);
        }
        if (body.isEmpty() && attachments.isEmpty() && !preamble.isBlank()) {
            body.addText(-1, preamble);
            problems.add(MailProblem.MALFORMED);
        }
        return ParsedMail.of(headers, body, attachments, problems);
    }

    private void walk() throws IOException, MimeException {
        boolean goesOn = true;
        while (goesOn && tokens.getState() != EntityState.T_END_OF_STREAM) {
            goesOn = take(tokens.getState());
            if (goesOn) {
                tokens.next();
            }
        }
    }

    private boolean take(EntityState state) throws IOException {
        switch (state) {
            case T_START_HEADER -> fields = new ArrayList<>();
            case T_FIELD -> takeField(tokens.getField());
            case T_END_HEADER -> {
                if (isTop) {
                    headers = new MailHeaders(fields);
                    isTop = false;
                }
            }
            case T_START_MULTIPART -> {
                return begin(tokens.getBodyDescriptor().getMimeType());
            }
            case T_PREAMBLE -> takePreamble();
            case T_END_MULTIPART -> within.poll();
            case T_BODY -> {
                return takeBody();
            }
            default -> {}
        }
        return true;
    }

    private void takeField(Field field) {
        byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
        String line = MailCharsets.header(raw);
        int colon = line.indexOf(':');
        headerCharacters += line.length();
        if (headerCharacters > MOST_HEADER_CHARACTERS) {
            problems.add(MailProblem.HEADERS_TOO_LARGE);
        } else if (colon > 0) {
            fields.add(new MailHeaders.Field(line.substring(0, colon), line.substring(colon + 1)));
        }
    }

    private boolean begin(String type) {
        if (within.size() >= limits.depth()) {
            problems.add(MailProblem.TOO_DEEP);
            return false;
        }
        int alternative = within.isEmpty() ? -1 : within.peek().alternative();
        if (alternative < 0 && type.equals("multipart/alternative")) {
            alternative = alternatives++;
        }
        within.push(new Multipart(type, alternative));
        return true;
    }

    /// All there is when the parts are not parted by what was announced.
    private void takePreamble() throws IOException {
        if (within.size() == 1 && preamble.isEmpty()) {
            byte[] bytes = content(textLeft).bytes();
            preamble = Characters.text(MailCharsets.decode(bytes, null));
        }
    }

    private boolean takeBody() throws IOException {
        boolean isOneTooMany = ++parts > limits.parts();
        if (isOneTooMany) {
            problems.add(MailProblem.TOO_MANY_PARTS);
        }
        if (isOneTooMany && !body.isEmpty()) {
            return false;
        }
        String type = tokens.getBodyDescriptor().getMimeType();
        Part part = new Part(new MailHeaders(fields), type);
        Multipart parent = within.peek();
        if (part.isText() && (part.isUnnamed() || (body.isEmpty() && attachments.isEmpty()))) {
            takeText(part, parent == null ? -1 : parent.alternative());
        } else if (isOneTooMany) {
            // Whatever else it carries: what somebody wrote may still come.
            return true;
        } else if (!part.isSignature() && !part.isVersionForMachines()) {
            attach(part);
        }
        return true;
    }

    private void takeText(Part part, int alternative) throws IOException {
        Content content = content(part.isHtml() ? htmlLeft : textLeft);
        if (!content.isWhole()) {
            problems.add(MailProblem.TEXT_TOO_LONG);
        }
        String text = part.text(content.bytes());
        if (part.isHtml()) {
            htmlLeft -= content.bytes().length;
            body.addHtml(alternative, text);
        } else {
            textLeft -= content.bytes().length;
            Uuencoded.Found found = Uuencoded.in(text, !content.isWhole());
            found.files().forEach(this::attach);
            body.addText(alternative, found.rest());
        }
    }

    private void attach(Uuencoded.Coded file) {
        if (++parts > limits.parts()) {
            problems.add(MailProblem.TOO_MANY_PARTS);
            return;
        }
        if (!file.isWhole()) {
            problems.add(MailProblem.ATTACHMENT_TOO_LARGE);
        }
        byte[] content = file.content();
        attachments.add(
                new MailAttachment(
                        Part.fileName(file.name(), "attachment"),
                        "application/octet-stream",
                        null,
                        content,
                        file.isWhole() ? content.length : content.length + 1L));
    }

    private void attach(Part part) throws IOException {
        Content content = content(limits.attachmentBytes());
        if (!content.isWhole()) {
            problems.add(MailProblem.ATTACHMENT_TOO_LARGE);
        }
        attachments.add(
                new MailAttachment(
                        part.name(),
                        part.type(),
                        part.contentId(),
                        content.bytes(),
                        content.size()));
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Content(byte[] bytes, long size) {
        private boolean isWhole() {
            return bytes.length == size;
        }
    }

    private Content content(int most) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long size = 0;
        byte[] buffer = new byte[8_192];
        InputStream decoded = tokens.getDecodedInputStream();
        for (int read = decoded.read(buffer); read >= 0; read = decoded.read(buffer)) {
            kept.write(buffer, 0, (int) Math.min(read, Math.max(0, most - size)));
            size += read;
        }
        return new Content(kept.toByteArray(), size);
    }
}
