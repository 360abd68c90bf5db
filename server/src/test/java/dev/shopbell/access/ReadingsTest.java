package dev.shopbell.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A canary is found in every wrapping that an answer, a file or a mail may have, and in none where
/// it is not.
class ReadingsTest {

    private static final UUID ID = UUID.fromString("0d9c6b1e-4f5a-4c3b-9a1d-7e2f8b6c5a40");
    private static final Canary CANARY = new Canary("here", List.of("hoopoe"), List.of(ID));

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappings")
    void aWordIsFoundInEveryWrapping(String name, Function<String, String> wrapped) {
        assertThat(heardIn(wrapped.apply("Have you seen a hoopoe? ünd")))
                .as(wrapped.apply("Have you seen a hoopoe? ünd"))
                .containsExactly("hoopoe");
        assertThat(heardIn(wrapped.apply("Have you seen a hoo, poe? ünd"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappings")
    void anIdIsFoundInEveryWrapping(String name, Function<String, String> wrapped) {
        assertThat(heardIn(wrapped.apply("at/" + ID + "/4"))).containsExactly(ID.toString());
        assertThat(heardIn(wrapped.apply("at/" + UUID.randomUUID() + "/4"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0D9C6B1E-4F5A-4C3B-9A1D-7E2F8B6C5A40",
                "0d9c6b1e4f5a4c3b9a1d7e2f8b6c5a40",
                "DZxrHk9aTDuaHX4vi2xaQA",
                "xxDZxrHk9aTDuaHX4vi2xaQA==",
                "eA2cax5PWkw7mh1+L4tsWkB4",
                "eHgNnGseT1pMO5odfi+LbFpAeA==",
                "eHgNnGseT1pMO5odfi-LbFpAeA"
            })
    void anIdIsFoundInEveryForm(String form) {
        assertThat(heardIn("{\"next\":\"" + form + "\"}")).containsExactly(ID.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Have you seen a <mark>hoo</mark>poe?",
                "{\"parts\":[{\"text\":\"a hoo\",\"hit\":true},{\"text\":\"poe?\",\"hit\":false}]}",
                "HOOPOE",
                "h&#111;&#x6F;poe",
                "h\\u006F\\u006fpoe",
                "hoo=\r\npoe",
                "=?UTF-8?Q?h=6F=6Fpoe?=",
                "=?UTF-8?B?aG9vcG9l?=",
                "?next=%68oopoe"
            })
    void aWordIsFoundInItsPieces(String text) {
        assertThat(heardIn(text)).containsExactly("hoopoe");
    }

    private static List<String> heardIn(String text) {
        return CANARY.heardIn(Readings.of(text));
    }

    static Stream<Arguments> wrappings() {
        return Stream.of(
                wrapping("nothing", text -> text),
                wrapping("base64", ReadingsTest::base64),
                wrapping("base64 in lines", text -> mime(text.getBytes(UTF_8))),
                wrapping("base64 that begins elsewhere", text -> "v1/" + base64("1" + text)),
                wrapping("base64 within base64", text -> base64(base64(text))),
                wrapping("gzip", text -> latin(gzip(text))),
                wrapping("gzip in base64", text -> mime(gzip(text))),
                wrapping("deflate in base64", text -> mime(deflate(text))),
                wrapping("quoted-printable", ReadingsTest::quotedPrintable),
                wrapping("JSON escapes", text -> "{\"a\":\"" + escaped(text) + "\"}"),
                wrapping("HTML entities", ReadingsTest::entities),
                wrapping("percent signs", ReadingsTest::percent),
                wrapping("tags", text -> "<b>" + String.join("</b><b>", text.split("")) + "</b>"),
                wrapping("JSON of base64 of gzip", text -> escaped(mime(gzip(text)))));
    }

    private static Arguments wrapping(String name, Function<String, String> wrapped) {
        return Arguments.of(name, wrapped);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String mime(byte[] bytes) {
        return Base64.getMimeEncoder(20, new byte[] {'\r', '\n'}).encodeToString(bytes);
    }

    private static String quotedPrintable(String text) {
        return bytes(text, "=%02X").replaceAll("(.{30})", "$1=\r\n");
    }

    private static String percent(String text) {
        return bytes(text, "%%%02x");
    }

    private static String bytes(String text, String format) {
        StringBuilder all = new StringBuilder();
        for (byte one : text.getBytes(UTF_8)) {
            all.append(format.formatted(one));
        }
        return all.toString();
    }

    private static String escaped(String text) {
        return characters(text, "\\u%04x");
    }

    private static String entities(String text) {
        return characters(text, "&#%d;");
    }

    private static String characters(String text, String format) {
        StringBuilder all = new StringBuilder();
        text.chars().forEach(one -> all.append(format.formatted(one)));
        return all.toString();
    }

    private static byte[] gzip(String text) {
        return packed(text, GZIPOutputStream::new);
    }

    private static byte[] deflate(String text) {
        return packed(text, DeflaterOutputStream::new);
    }

    /// A way to pack what is written to it.
    @FunctionalInterface
    private interface Packing {
        OutputStream into(OutputStream packed) throws IOException;
    }

    private static byte[] packed(String text, Packing packing) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packing.into(packed)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
