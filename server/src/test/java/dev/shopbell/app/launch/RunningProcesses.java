package dev.shopbell.app.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a test has started and must not leave running, last started first to go.
final class RunningProcesses {

    private final List<Process> processes = new ArrayList<>();

    Process add(Process process) {
        processes.add(process);
        return process;
    }

    void end() {
        for (Process process : processes.reversed()) {
            process.destroy();
            waitFor(process);
        }
        processes.clear();
    }

    private static void waitFor(Process process) {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
