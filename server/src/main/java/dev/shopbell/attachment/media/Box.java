package dev.shopbell.attachment.media;

import java.util.function.Consumer;

/// A box of MP4 or QuickTime: a length, a name, and what is in it. `start` is where it begins in
/// the file.
record Box(String name, int start, Bytes body) {

    private static final String OWN_NAME = "uuid";

    /// Every box of a stretch, which they have to fill exactly.
    static void each(Bytes stretch, Consumer<Box> visitor) {
        Bytes rest = stretch.rest();
        while (!rest.isEmpty()) {
            visitor.accept(next(rest));
        }
    }

    /// The boxes in this one.
    void each(Consumer<Box> visitor) {
        each(body, visitor);
    }

    private static Box next(Bytes stretch) {
        int start = stretch.at();
        long size = stretch.u32();
        String name = stretch.name();
        if (size == 1) {
            size = stretch.u64();
        } else if (size == 0) {
            size = stretch.left() + 8L;
        }
        Bytes body = stretch.take(size - (stretch.at() - start));
        if (name.equals(OWN_NAME)) {
            body.rest().skip(16);
        }
        return new Box(name, start, body);
    }

    int end() {
        return body.at() + body.left();
    }

    /// Its content, read behind the version and flags that most boxes begin with.
    Bytes versioned() {
        Bytes content = body.rest();
        content.skip(4);
        return content;
    }

    int version() {
        return body.rest().u8();
    }

    int flags() {
        return (int) (body.rest().u32() & 0xffffff);
    }
}
