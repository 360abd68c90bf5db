package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Files that nobody makes by accident. Each has to be refused, and cheaply.
final class Hostile {

    private static final int HUGE = 60_000;
    private static final String[] PROGRESSIVE = {"-interlace", "JPEG"};

    private Hostile() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>(images());
        files.putAll(secondFaces());
        files.putAll(videos());
        files.putAll(lengths());
        files.putAll(others());
        return files;
    }

    /// Few bytes that stand for many.
    static Map<String, byte[]> images() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("huge.png", png(HUGE, HUGE, packed(1000), new byte[0]));
        files.put("bomb.png", png(100, 100, packed(200 << 20), new byte[0]));
        files.put("half.png", png(4000, 4000, packed(1000), new byte[0]));
        files.put("huge.jpg", hugeJpeg());
        files.put("scans.jpg", withScans(RealFiles.photo("scan.jpg", 200, 200, PROGRESSIVE), 200));
        files.put("large-scans.jpg", withScans(large("large-scan.jpg"), 1));
        files.put("inks.jpg", RealFiles.bytes(large("inks.jpg", "-colorspace", "CMYK")));
        files.put("passes.png", RealFiles.bytes(large("passes.png", "-interlace", "PNG")));
        files.put("huge.gif", gif(HUGE, HUGE, 1, new byte[] {2, 1, 0x4c, 0}));
        files.put("frames.gif", gif(10, 10, 20_000, new byte[] {2, 1, 0x4c, 0}));
        files.put("bomb.gif", gif(2000, 2000, 150, run(4_000_000)));
        files.put("huge.webp", webp(HUGE, HUGE));
        files.put("bomb.webp", losslessWebp(16_384, 16_384));
        files.put("negative.webp", webp(-1, -1));
        return files;
    }

    /// An image that is something else as well.
    static Map<String, byte[]> secondFaces() {
        byte[] gif = gif(10, 10, 1, new byte[] {2, 1, 0x4c, 0});
        byte[] jpeg = RealFiles.bytes(RealFiles.photo("face.jpg", 40, 30));
        byte[] png = RealFiles.bytes(RealFiles.photo("face.png", 40, 30));
        byte[] webp = RealFiles.bytes(RealFiles.photo("face.webp", 40, 30));
        byte[] script = "/*".getBytes(ISO_8859_1);
        byte[] commented = gif.clone();
        System.arraycopy(script, 0, commented, 6, 2);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("script.gif", joined(gif, "*/=1;alert(document.domain)//"));
        files.put("comment.gif", joined(commented, "*/=1;alert(document.domain)//"));
        files.put(
                "archive.jpg",
                joined(jpeg, "PK\u0003\u0004\n\0\0\0PK\u0005\u0006" + "\0".repeat(18)));
        files.put("page.jpg", joined(jpeg, "<html><script>alert(1)</script>"));
        files.put("page.png", joined(png, "<html><script>alert(1)</script>"));
        files.put("page.webp", joined(webp, "<html><script>alert(1)</script>"));
        return files;
    }

    /// Tables and boxes that promise more than there is.
    static Map<String, byte[]> videos() {
        byte[] film = RealFiles.bytes(Films.withSound("hostile.mp4", "1"));
        byte[] recorded = RealFiles.bytes(Films.withSound("hostile-recorded.webm", "1"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("samples.mp4", withNumber(film, "stsz", 8, 0xffffffff));
        files.put("times.mp4", withNumber(film, "stts", 8, 0xffffffff));
        files.put("chunks.mp4", withNumber(film, "stco", 8, 0x7fffffff));
        files.put("long.mp4", withNumber(film, "mvhd", 16, 0x7fffffff));
        files.put("timeless.mp4", withNumber(film, "mvhd", 12, 0));
        files.put("box.mp4", withNumber(film, "trak", -4, 0x7fffffff));
        files.put("narrow.mp4", withNumber(film, "trak", -4, 3));
        files.put("script.mp4", joined(film, "<script>alert(1)</script>"));
        files.put("elements.webm", withBytes(recorded, "V_VP8", -1, 0x7f));
        files.put("cut.webm", Arrays.copyOf(recorded, recorded.length - 1));
        files.put("boxes.mp4", manyBoxes());
        files.put("elements-deep.webm", deepElements());
        return files;
    }

    /// A length that is no number, endless or less than nothing, or is said again by a second
    /// header.
    static Map<String, byte[]> lengths() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] film = RealFiles.bytes(Films.withSound("lengths.webm", "1"));
        files.put("nan.webm", lasting(film, Double.NaN));
        files.put("endless.webm", lasting(film, Double.POSITIVE_INFINITY));
        files.put("negative-endless.webm", lasting(film, Double.NEGATIVE_INFINITY));
        files.put("negative.webm", lasting(film, -1));
        files.put("second-mdhd.mp4", withSecondHeader("mdhd"));
        files.put("second-mvhd.mp4", withSecondHeader("mvhd"));
        return files;
    }

    private static byte[] lasting(byte[] webm, double ticks) {
        byte[] changed = webm.clone();
        ByteBuffer.wrap(changed).putDouble(find(webm, "D\u0089\u0088") + 3, ticks);
        return changed;
    }

    /// The same header once more, behind the first, with a second of more parts.
    private static byte[] withSecondHeader(String header) {
        byte[] film = RealFiles.bytes(Films.withSound("lengths-pieces.mp4", "2"));
        int at = find(film, header) - 4;
        int length = ByteBuffer.wrap(film).getInt(at);
        ByteBuffer both = ByteBuffer.allocate(film.length + length);
        both.put(film, 0, at + length).put(film, at, film.length - at);
        both.putInt(at + length + 20, Integer.MAX_VALUE);
        for (String outer : List.of("moov", "trak", "mdia")) {
            int box = find(film, outer) - 4;
            if (box < at && at < box + ByteBuffer.wrap(film).getInt(box)) {
                both.putInt(box, ByteBuffer.wrap(film).getInt(box) + length);
            }
        }
        return both.array();
    }

    static Map<String, byte[]> others() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "drawing.svg",
                text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"));
        files.put("page.html", text("<!doctype html><script>alert(1)</script>"));
        files.put("paper.pdf", text("%PDF-1.7\n1 0 obj"));
        files.put("program.exe", text("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0"));
        files.put("program", text("\u007fELF\u0002\u0001\u0001\0"));
        files.put("program.sh", text("#!/bin/sh\necho"));
        files.put("photo.heic", text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"));
        files.put("photo.avif", text("\0\0\0\u001cftypavif\0\0\0\0avifmif1miaf"));
        files.put("sound.m4a", text("\0\0\0\u0018ftypM4A \0\0\0\0M4A mp42"));
        files.put("empty", new byte[0]);
        files.put("start.jpg", text("\u00ff\u00d8\u00ff"));
        files.put("start.png", text("\u0089PNG\r\n\u001a\n"));
        files.put("start.gif", text("GIF89a"));
        files.put("start.webp", text("RIFF\0\0\0\0WEBP"));
        files.put("start.webm", text("\u001aE\u00df\u00a3"));
        files.put("start.mp4", text("\0\0\0\u0018ftypisom\0\0\0\0"));
        return files;
    }

    static byte[] png(int width, int height, byte[] pixels, byte[] profile) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text("\u0089PNG\r\n\u001a\n"));
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put((byte) 2)
                        .array();
        chunk("IHDR", header, out);
        if (profile.length > 0) {
            chunk("iCCP", joined(text("p\0\0"), profile), out);
        }
        chunk("IDAT", pixels, out);
        chunk("IEND", new byte[0], out);
        return out.toByteArray();
    }

    /// So many zeros.
    static byte[] packed(int length) {
        Deflater deflater = new Deflater(9);
        byte[] zeros = new byte[1 << 16];
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int left = length; left > 0; left -= zeros.length) {
            deflater.setInput(zeros, 0, Math.min(left, zeros.length));
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void chunk(String name, byte[] content, ByteArrayOutputStream out) {
        byte[] named = joined(text(name), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] hugeJpeg() {
        byte[] jpeg = RealFiles.bytes(RealFiles.photo("small.jpg", 40, 30));
        int frame = find(jpeg, "\u00ff\u00c0");
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) HUGE).putShort(frame + 7, (short) HUGE);
        return jpeg;
    }

    /// Of as many pixels as are drawn at most.
    private static Path large(String name, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("-size", "4096x4096", "gradient:red-blue", "-depth", "8"));
        arguments.addAll(List.of(PROGRESSIVE));
        arguments.addAll(List.of(more));
        return RealFiles.drawn(name, arguments.toArray(String[]::new));
    }

    /// The last scan once more, again and again.
    private static byte[] withScans(Path progressive, int more) {
        byte[] jpeg = RealFiles.bytes(progressive);
        int end = jpeg.length - 2;
        int last = new String(jpeg, ISO_8859_1).lastIndexOf("\u00ff\u00da");
        byte[] scan = Arrays.copyOfRange(jpeg, last, end);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, end);
        for (int i = 0; i < more; i++) {
            out.writeBytes(scan);
        }
        out.write(jpeg, end, 2);
        return out.toByteArray();
    }

    private static byte[] gif(int width, int height, int frames, byte[] pixels) {
        ByteBuffer out =
                ByteBuffer.allocate(32 + frames * (10 + pixels.length))
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.put(text("GIF89a")).putShort((short) width).putShort((short) height);
        out.put((byte) 0x80).putShort((short) 0).put(text("\0\0\0\u00ff\u00ff\u00ff"));
        for (int i = 0; i < frames; i++) {
            out.put((byte) ',').putInt(0).putShort((short) width).putShort((short) height);
            out.put((byte) 0).put(pixels);
        }
        out.put((byte) ';');
        return Arrays.copyOf(out.array(), out.position());
    }

    /// So many pixels of one colour, packed.
    private static byte[] run(int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GifPacking.pack(new byte[length], 2, out);
        return out.toByteArray();
    }

    private static byte[] webp(int width, int height) {
        byte[] extent = new byte[10];
        for (int i = 0; i < 3; i++) {
            extent[4 + i] = (byte) ((width - 1) >> (8 * i));
            extent[7 + i] = (byte) ((height - 1) >> (8 * i));
        }
        return riff("VP8X", extent);
    }

    private static byte[] losslessWebp(int width, int height) {
        ByteBuffer body = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        body.put((byte) 0x2f).putInt((width - 1) | ((height - 1) << 14));
        return riff("VP8L", body.array());
    }

    private static byte[] riff(String name, byte[] body) {
        ByteBuffer out = ByteBuffer.allocate(20 + body.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(text("RIFF")).putInt(12 + body.length).put(text("WEBP"));
        out.put(text(name)).putInt(body.length).put(body);
        return out.array();
    }

    private static byte[] withNumber(byte[] file, String box, int behind, int number) {
        byte[] changed = file.clone();
        ByteBuffer.wrap(changed)
                .putInt(find(file, box) + 4 + behind - (behind < 0 ? 4 : 0), number);
        return changed;
    }

    private static byte[] withBytes(byte[] file, String text, int before, int value) {
        byte[] changed = file.clone();
        changed[find(file, text) + before] = (byte) value;
        return changed;
    }

    /// A movie of nothing but tracks of nothing.
    private static byte[] manyBoxes() {
        ByteBuffer out = ByteBuffer.allocate(1_000_000);
        out.putInt(16).put(text("ftypisom")).putInt(0);
        out.putInt(out.remaining()).put(text("moov"));
        while (out.remaining() >= 8) {
            out.putInt(8).put(text("trak"));
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] deepElements() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                text(
                        "\u001aE\u00df\u00a3\u0087B\u0082\u0084webm\u0018S\u0080g\u0001"
                                + "\u00ff".repeat(7)));
        for (int i = 0; i < 80_000; i++) {
            out.writeBytes(text("\u001fC\u00b6u\u0001" + "\u00ff".repeat(7)));
        }
        return out.toByteArray();
    }

    private static int find(byte[] file, String text) {
        return new String(file, ISO_8859_1).indexOf(text);
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] joined(byte[] file, String more) {
        return joined(file, text(more));
    }

    static byte[] joined(byte[] file, byte[] more) {
        byte[] both = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, both, file.length, more.length);
        return both;
    }
}
