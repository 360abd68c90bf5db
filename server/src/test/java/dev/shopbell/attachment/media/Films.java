package dev.shopbell.attachment.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Videos by ffmpeg, small enough to be sent. What they are is said by their names: `pieces` are
/// fragments, `recorded` is what a browser's recorder writes, which cannot go back and say how long
/// it was, `uneven` has pictures that last differently.
final class Films {

    private Films() {}

    static Path withSound(String name, String seconds, String... more) {
        if (name.contains("recorded")) {
            Path film = withSound(name.replace("recorded", "to-record"), seconds, more);
            return RealFiles.film(
                    name, "-i", film.toString(), "-c", "copy", "-f", "webm", "-live", "1");
        }
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc=size=160x120:rate=10:duration=" + seconds,
                                "-f",
                                "lavfi",
                                "-i",
                                "sine=frequency=300:sample_rate=48000:duration=" + seconds));
        if (name.contains("uneven")) {
            arguments.addAll(
                    List.of("-vf", "select=not(mod(n\\,3))+not(mod(n\\,7))", "-fps_mode", "vfr"));
        }
        if (name.endsWith(".webm")) {
            arguments.addAll(
                    List.of(
                            "-c:v",
                            "libvpx",
                            "-deadline",
                            "realtime",
                            "-cpu-used",
                            "8",
                            "-b:v",
                            "60k",
                            "-c:a",
                            "libopus",
                            "-b:a",
                            "12k"));
        } else {
            arguments.addAll(
                    List.of(
                            "-c:v",
                            "libx264",
                            "-preset",
                            "ultrafast",
                            "-crf",
                            "40",
                            "-pix_fmt",
                            "yuv420p",
                            "-c:a",
                            "aac",
                            "-b:a",
                            "16k",
                            "-t",
                            seconds));
        }
        if (name.contains("pieces")) {
            arguments.addAll(
                    List.of(
                            "-movflags",
                            "+frag_keyframe+empty_moov+default_base_moof",
                            "-g",
                            "20"));
        }
        arguments.addAll(List.of(more));
        return RealFiles.film(name, arguments.toArray(String[]::new));
    }

    /// What each picture looks like when it is shown.
    static String pictures(Path film) {
        return decoded(film, "0:v:0", "framemd5");
    }

    static String sound(Path film) {
        return decoded(film, "0:a:0", "md5");
    }

    /// What a decoder of all of it has to say.
    static String complaints(Path film) {
        return RealFiles.run(
                List.of(
                        "sh",
                        "-c",
                        "ffmpeg -v warning -nostdin -i \"$0\" -f null - 2>&1",
                        film.toString()));
    }

    private static String decoded(Path film, String stream, String format) {
        return RealFiles.run(
                List.of(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-nostdin",
                        "-i",
                        film.toString(),
                        "-map",
                        stream,
                        "-f",
                        format,
                        "-"));
    }
}
