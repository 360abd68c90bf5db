package dev.shopbell.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What only the text of the sources shows.
class SourceTest {

    private static final int TOO_LONG = 400;

    @Test
    void noFileIsLongerThanAPersonReads() throws IOException {
        assertThat(sources()).isNotEmpty().allSatisfy(SourceTest::isShort);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessMarked() throws IOException {
        List<Path> packages = sources().stream().map(Path::getParent).distinct().toList();

        assertThat(packages)
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java"))
                                .content()
                                .contains("@NullMarked"));
    }

    private static void isShort(Path source) throws IOException {
        assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThan(TOO_LONG);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
