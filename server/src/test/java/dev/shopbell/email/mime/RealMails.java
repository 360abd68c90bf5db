package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Mails that were really sent, and those with which others test what reads mail. They are not ours
/// to pass on: they come with the test jars of Mime4j and Tika and with packages of Debian.
final class RealMails {

    private static final Path PYTHON_LIBRARY = Path.of("/usr/lib");
    private static final Path ENMIME =
            Path.of("/usr/share/gocode/src/github.com/jhillyerd/enmime/testdata");
    private static final Path BOUNCES =
            Path.of("/usr/lib/python3/dist-packages/flufl/bounce/tests/data");

    private RealMails() {}

    static Map<String, byte[]> ofMime4j() {
        Map<String, byte[]> mails = new TreeMap<>();
        mails.putAll(inJar("mime4j", "testmsgs/basic-plain.msg", "testmsgs/", ".msg"));
        mails.putAll(inJar("mime4j", "testmsgs/basic-plain.msg", "mimetools-testmsgs/", ".msg"));
        return mails;
    }

    static Map<String, byte[]> ofTika() {
        return inJar("tika", "test-documents/testRFC822", "test-documents/", "");
    }

    static Map<String, byte[]> ofEnmime() {
        return inFolder("enmime", ENMIME, ".raw", "golang-github-jhillyerd-enmime-dev");
    }

    static Map<String, byte[]> ofPython() {
        Path folder = PYTHON_LIBRARY;
        try (Stream<Path> versions = Files.list(PYTHON_LIBRARY)) {
            folder =
                    versions.map(version -> version.resolve("test/test_email/data"))
                            .filter(Files::isDirectory)
                            .findFirst()
                            .orElse(PYTHON_LIBRARY.resolve("python3/test/test_email/data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inFolder("python", folder, ".txt", "libpython3.11-testsuite");
    }

    static Map<String, byte[]> bounces() {
        return inFolder("bounces", BOUNCES, ".txt", "python3-flufl.bounce");
    }

    private static Map<String, byte[]> inFolder(
            String prefix, Path folder, String end, String debianPackage) {
        if (!Files.isDirectory(folder)) {
            String missing = "Debian's package " + debianPackage + " is not installed";
            assertThat(System.getProperty("shopbell.real-mails", "")).as(missing).isEmpty();
            assumeTrue(false, missing);
        }
        Map<String, byte[]> mails = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(end)).toList()) {
                mails.put(prefix + "/" + folder.relativize(file), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mails;
    }

    private static Map<String, byte[]> inJar(
            String prefix, String known, String folder, String end) {
        Map<String, byte[]> mails = new TreeMap<>();
        try (JarFile jar = jarOf(known)) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String name = entry.getName();
                if (!entry.isDirectory() && name.startsWith(folder) && name.endsWith(end)) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        mails.put(
                                prefix + "/" + name.substring(folder.length()),
                                content.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mails;
    }

    private static JarFile jarOf(String known) throws IOException {
        URL url = RealMails.class.getClassLoader().getResource(known);
        assertThat(url).as("the test jar with %s", known).isNotNull();
        String inside = url.getPath();
        try {
            return new JarFile(
                    Path.of(new URI(inside.substring(0, inside.indexOf("!/")))).toFile());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The mails of a file in which each begins with a line "From ".
    static List<byte[]> single(byte[] mailbox) {
        String all = new String(mailbox, StandardCharsets.ISO_8859_1);
        if (!all.startsWith("From ")) {
            return List.of(mailbox);
        }
        return Stream.of(all.split("(?m)^From .*\r?\n", -1))
                .filter(mail -> !mail.isBlank())
                .map(mail -> mail.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }
}
