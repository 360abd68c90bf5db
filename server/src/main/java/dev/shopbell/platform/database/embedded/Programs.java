package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.launch.LaunchException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs PostgreSQL's own programs, as somebody PostgreSQL accepts.
final class Programs {

    private static final Pattern COMPLAINT =
            Pattern.compile("(?:FATAL|PANIC|ERROR|error): +(.+)", Pattern.MULTILINE);

    private final Binaries binaries;
    private final List<String> stepDown;

    Programs(Binaries binaries) {
        this.binaries = binaries;
        this.stepDown = StepDown.prefix();
    }

    /// Runs one to its end; what it complains about becomes the sentence.
    void run(String input, String program, String... arguments) {
        try {
            Process process = prepared(List.of(), program, arguments).start();
            try (Writer stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new LaunchException(program + " failed: " + complaintIn(output) + ".");
            }
        } catch (IOException e) {
            throw LaunchException.because(program + " of PostgreSQL cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while running " + program + ".", e);
        }
    }

    /// Starts one in a session of its own, so that Ctrl-C in the terminal reaches only us, and we
    /// decide what stops when.
    Process start(Path output, String program, String... arguments) {
        try {
            return prepared(List.of("setsid"), program, arguments)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw LaunchException.because(program + " of PostgreSQL cannot be run", e);
        }
    }

    static String complaintIn(String output) {
        Matcher complaint = COMPLAINT.matcher(output);
        return complaint.find() ? complaint.group(1) : "it did not say why";
    }

    private ProcessBuilder prepared(List<String> before, String program, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(stepDown);
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // The caller's PGPORT or PGDATA is about some other PostgreSQL.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
