package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.util.Arrays;

/// A place in a stretch of a file that is read from front to back. What would lie outside the
/// stretch makes the file damaged.
final class Bytes {

    private final byte[] file;
    private final int end;
    private final Effort effort;
    private int at;

    Bytes(byte[] file, Effort effort) {
        this(file, 0, file.length, effort);
    }

    private Bytes(byte[] file, int at, int end, Effort effort) {
        this.file = file;
        this.at = at;
        this.end = end;
        this.effort = effort;
    }

    static RefusedException damaged() {
        return new RefusedException(AttachmentRefusal.FILE_DAMAGED);
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    boolean isEmpty() {
        return at == end;
    }

    int u8() {
        return file[advance(1)] & 0xff;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    int u16LittleEndian() {
        return u8() | u8() << 8;
    }

    int u24LittleEndian() {
        return u16LittleEndian() | u8() << 16;
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    long u32LittleEndian() {
        return u16LittleEndian() | (long) u16LittleEndian() << 16;
    }

    /// A number past what a `long` holds means the file lies.
    long u64() {
        long high = u32();
        if (high > Integer.MAX_VALUE) {
            throw damaged();
        }
        return high << 32 | u32();
    }

    /// Four letters, as chunks and boxes are named.
    String name() {
        return new String(file, advance(4), 4, ISO_8859_1);
    }

    void skip(long count) {
        jump(count);
    }

    /// The next `count` bytes as a stretch of their own; this place moves behind them.
    Bytes take(long count) {
        int from = jump(count);
        return new Bytes(file, from, at, effort);
    }

    /// The rest as a stretch of its own, without moving.
    Bytes rest() {
        return new Bytes(file, at, end, effort);
    }

    byte[] copy(long count) {
        int from = jump(count);
        effort.read(count);
        return Arrays.copyOfRange(file, from, at);
    }

    boolean startsWith(String magic) {
        return left() >= magic.length()
                && new String(file, at, magic.length(), ISO_8859_1).equals(magic);
    }

    Effort effort() {
        return effort;
    }

    private int advance(int count) {
        effort.read(count);
        return jump(count);
    }

    private int jump(long count) {
        if (count < 0 || count > left()) {
            throw damaged();
        }
        int from = at;
        at += (int) count;
        return from;
    }
}
