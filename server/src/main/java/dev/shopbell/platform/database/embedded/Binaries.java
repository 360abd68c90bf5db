package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.launch.LaunchException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's programs, unpacked once per version from the archive on the class path. A folder
/// with the archive's name is complete: it is renamed to that only when everything is in it.
final class Binaries {

    /// For those who compile against PostgreSQL; we only run it.
    private static final Set<String> NOT_NEEDED = Set.of("include", "lib/pgxs", "lib/pkgconfig");

    private final Path folder;

    private Binaries(Path folder) {
        this.folder = folder;
    }

    static Binaries unpackedIn(Path cache) {
        String archive = "postgres-linux-" + architecture() + ".txz";
        URL resource = Binaries.class.getClassLoader().getResource(archive);
        if (resource == null) {
            throw new LaunchException(
                    "This Shopbell brings no PostgreSQL for "
                            + architecture()
                            + ": set SHOPBELL_DATABASE_URL to one that runs already.");
        }
        try {
            Path folder = cache.resolve(nameOf(resource));
            if (!Files.exists(folder)) {
                unpack(resource, cache, folder);
            }
            return new Binaries(folder);
        } catch (IOException e) {
            throw LaunchException.because("PostgreSQL cannot be unpacked into " + cache, e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    /// Named after the archive's size: another version has another, and reading it costs nothing.
    private static String nameOf(URL archive) throws IOException {
        return "postgres-" + archive.openConnection().getContentLengthLong();
    }

    private static void unpack(URL archive, Path cache, Path finished) throws IOException {
        FileTree unfinished = new FileTree(cache.resolve("unfinished"));
        Files.createDirectories(cache);
        unfinished.delete();
        try {
            extract(archive, unfinished.root());
            unfinished.rename(finished);
        } catch (IOException e) {
            unfinished.delete();
            throw e;
        }
        deleteOthers(cache, finished);
    }

    private static void extract(URL archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                if (isNeeded(entry.getName())) {
                    extract(entry, tar, target);
                }
            }
        }
    }

    private static void extract(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException(entry.getName() + " points out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(modeOf(entry)));
        }
    }

    private static String modeOf(TarArchiveEntry entry) {
        boolean isProgram = (entry.getMode() & 0100) != 0;
        return isProgram ? "rwxr-xr-x" : "rw-r--r--";
    }

    private static boolean isNeeded(String name) {
        String path = name.startsWith("./") ? name.substring(2) : name;
        return !path.endsWith(".a") && NOT_NEEDED.stream().noneMatch(path::startsWith);
    }

    private static void deleteOthers(Path cache, Path kept) throws IOException {
        List<Path> others;
        try (Stream<Path> versions = Files.list(cache)) {
            others = versions.filter(version -> !version.equals(kept)).toList();
        }
        for (Path other : others) {
            new FileTree(other).delete();
        }
    }
}
